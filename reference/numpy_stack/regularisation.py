"""Penalties on the size of weights, and their gradients."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating
from .limits import require_at_least


def l1_penalty(params: Sequence[ArrayLike], lam: float) -> float:
    """A charge for every unit of every weight, which drives small ones to exactly 0.

        λ · Σ |w|        over all elements of all parameters

    Args:
        params: arrays of any shapes.
        lam: the charge λ, 0 or more.

    Returns:
        A number; it does not depend on the size of a batch.

    Raises:
        ValueError: if lam is negative.

    Source: S1 6.7; Tibshirani 1996.

    Example:
        >>> l1_penalty([[1.0, -2.0], [[4.0]]], lam=0.5)
        3.5
    """
    require_at_least(0, lam=lam)
    return float(lam) * sum(float(np.sum(np.abs(param))) for param in floating(*params))


def l2_penalty(params: Sequence[ArrayLike], lam: float) -> float:
    """A charge for the squares of all weights, which makes large ones dear.

        λ · Σ w²        over all elements of all parameters; no factor ½, as in Keras

    Args:
        params: arrays of any shapes.
        lam: the charge λ, 0 or more.

    Returns:
        A number; it does not depend on the size of a batch.

    Raises:
        ValueError: if lam is negative.

    Source: S1 6.7; Hoerl & Kennard 1970.

    Example:
        >>> l2_penalty([[1.0, -2.0], [[4.0]]], lam=0.5)
        10.5
    """
    require_at_least(0, lam=lam)
    return float(lam) * sum(float(np.sum(param**2)) for param in floating(*params))


def l2_gradient(w: ArrayLike, lam: float) -> Array:
    """Gradient of `l2_penalty` with respect to one parameter.

        ∂/∂w λ Σ w² = 2λw

    Args:
        w: a parameter, any shape.
        lam: the charge λ, 0 or more.

    Returns:
        An array of w's shape.

    Raises:
        ValueError: if lam is negative.

    Source: S1 6.7.

    Example:
        >>> l2_gradient([1.0, -2.0], lam=0.5)
        array([ 1., -2.])
    """
    require_at_least(0, lam=lam)
    (w,) = floating(w)
    return 2 * float(lam) * w


def l1_gradient(w: ArrayLike, lam: float) -> Array:
    """Gradient of `l1_penalty` with respect to one parameter, 0 where that has a corner.

        ∂/∂w λ Σ |w| = λ · sign(w)

    Args:
        w: a parameter, any shape.
        lam: the charge λ, 0 or more.

    Returns:
        An array of w's shape; 0 where w is exactly 0.

    Raises:
        ValueError: if lam is negative.

    Source: S1 6.7.

    Example:
        >>> l1_gradient([3.0, -2.0, 0.0], lam=0.5)
        array([ 0.5, -0.5,  0. ])
    """
    require_at_least(0, lam=lam)
    (w,) = floating(w)
    return float(lam) * np.sign(w)
