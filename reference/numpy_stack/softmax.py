"""Scores made probabilities, and the logarithms of these."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_fit


def softmax(z: ArrayLike, axis: int = -1) -> Array:
    """Probabilities that are proportional to exponentials along one axis.

        softmax(z)ₖ = e^(zₖ - max z) / Σⱼ e^(zⱼ - max z)

    Args:
        z: logits, any rank of at least 1.
        axis: the axis of the classes.

    Returns:
        An array of z's shape; it sums to 1 along `axis`.

    Raises:
        ValueError: if z has no such axis (as numpy.exceptions.AxisError), or no class along it.

    Source: S1 4.

    Example:
        >>> softmax([[1000.0, 1000.0], [0.0, 1000.0]])
        array([[0.5, 0.5],
               [0. , 1. ]])
    """
    exponentials = np.exp(_shifted(z, axis))
    return np.asarray(exponentials / np.sum(exponentials, axis=axis, keepdims=True))


def log_softmax(z: ArrayLike, axis: int = -1) -> Array:
    """The logarithm of `softmax`, finite where a probability itself rounds to 0.

        log softmax(z)ₖ = zₖ - max z - log Σⱼ e^(zⱼ - max z)

    Args:
        z: logits, any rank of at least 1.
        axis: the axis of the classes.

    Returns:
        An array of z's shape, at most 0.

    Raises:
        ValueError: if z has no such axis (as numpy.exceptions.AxisError), or no class along it.

    Source: S1 4; the sum is the log-sum-exp of Blanchard, Higham & Higham 2021.

    Example:
        >>> log_softmax([0.0, 1000.0])
        array([-1000.,     0.])
    """
    shifted = _shifted(z, axis)
    return np.asarray(shifted - np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True)))


def _shifted(z: ArrayLike, axis: int) -> Array:
    """Logits of which the largest along the axis is 0, so that no exponential overflows."""
    (z,) = floating(z)
    require_fit(np.moveaxis(z, axis, -1).shape[-1] > 0, "there must be at least one class", z=z)
    return np.asarray(z - np.max(z, axis=axis, keepdims=True))
