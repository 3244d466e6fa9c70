"""Gradients without derivatives: central differences."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating


def numerical_gradient(f: Callable[[Array], float], x: ArrayLike, h: float = 1e-5) -> Array:
    """Gradient of a scalar function by central differences.

        ∂f/∂xᵢ ≈ (f(x + h·eᵢ) - f(x - h·eᵢ)) / 2h

    The differences are taken in float64 whatever x's dtype: in float32 a step of 1e-5 drowns in
    rounding. `f` gets an array of its own at each call and may keep or change it.

    Args:
        f: maps an array of x's shape to a number.
        x: the point, any shape; left unchanged.
        h: half the distance of the two points.

    Returns:
        An array of x's shape.

    Raises:
        TypeError: if f does not return a number.

    Source: S0 3.4 (which gives the gradient but no way to test one).

    Example:
        >>> numerical_gradient(lambda x: float(np.sum(x**2)), [1.0, -2.0]).round(6)
        array([ 2., -4.])
    """
    (point,) = floating(x)
    precise = point.astype(np.float64)
    gradient = np.zeros_like(precise)
    for index in np.ndindex(precise.shape):
        above, below = precise.copy(), precise.copy()
        above[index] += h
        below[index] -= h
        gradient[index] = (float(f(above)) - float(f(below))) / (2 * h)
    return gradient.astype(point.dtype)
