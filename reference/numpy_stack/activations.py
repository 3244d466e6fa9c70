"""Activation functions; no exponential here ever has a positive argument, so none overflows."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating


def sigmoid(x: ArrayLike) -> Array:
    """The logistic function, elementwise.

        σ(x) = 1 / (1 + e⁻ˣ) = eˣ / (1 + eˣ)        (the form is chosen by the sign of x)

    Args:
        x: any shape.

    Returns:
        An array of x's shape, in [0, 1].

    Source: S0 6.4, S2 2.3.

    Example:
        >>> sigmoid([-1000.0, 0.0, 1000.0])
        array([0. , 0.5, 1. ])
    """
    (x,) = floating(x)
    small = np.exp(-np.abs(x))
    return np.asarray(np.where(x >= 0, 1, small) / (1 + small))


def tanh(x: ArrayLike) -> Array:
    """The hyperbolic tangent, elementwise.

        tanh(x) = (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ)

    Args:
        x: any shape.

    Returns:
        An array of x's shape, in [-1, 1].

    Source: S0 6.4, S2 2.3.

    Example:
        >>> tanh([-1000.0, 0.0, 1000.0])
        array([-1.,  0.,  1.])
    """
    (x,) = floating(x)
    return np.tanh(x)


def relu(x: ArrayLike) -> Array:
    """The rectifier, elementwise.

        relu(x) = max(x, 0)

    Args:
        x: any shape.

    Returns:
        An array of x's shape.

    Source: S0 6.4, S2 2.3.

    Example:
        >>> relu([-2.0, 0.0, 3.0])
        array([0., 0., 3.])
    """
    (x,) = floating(x)
    return np.maximum(x, 0)


def softplus(x: ArrayLike) -> Array:
    """The smooth rectifier, elementwise; softplus(-x) is the cross-entropy of the logit x.

        softplus(x) = log(1 + eˣ) = max(x, 0) + log(1 + e⁻ˡˣˡ)

    Args:
        x: any shape.

    Returns:
        An array of x's shape.

    Source: Dugas et al. 2001; used by the losses of S3 3.3.3.

    Example:
        >>> softplus([-1000.0, 1000.0])
        array([   0., 1000.])
    """
    (x,) = floating(x)
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


def log_sigmoid(x: ArrayLike) -> Array:
    """The logarithm of `sigmoid`, exact where the sigmoid itself rounds to 0.

        log σ(x) = -softplus(-x)

    Args:
        x: any shape.

    Returns:
        An array of x's shape, at most 0.

    Source: S3 3.3.3.

    Example:
        >>> log_sigmoid([-1000.0])
        array([-1000.])
    """
    (x,) = floating(x)
    return -softplus(-x)


def softmax(z: ArrayLike, axis: int = -1) -> Array:
    """Probabilities that are proportional to exponentials along one axis.

        softmax(z)ₖ = e^(zₖ - max z) / Σⱼ e^(zⱼ - max z)

    Args:
        z: logits, any rank of at least 1.
        axis: the axis of the classes.

    Returns:
        An array of z's shape; it sums to 1 along `axis`.

    Raises:
        numpy.exceptions.AxisError: if z has no such axis.

    Source: S1 4.

    Example:
        >>> softmax([[1000.0, 1000.0], [0.0, 1000.0]])
        array([[0.5, 0.5],
               [0. , 1. ]])
    """
    (z,) = floating(z)
    exponentials = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return np.asarray(exponentials / np.sum(exponentials, axis=axis, keepdims=True))
