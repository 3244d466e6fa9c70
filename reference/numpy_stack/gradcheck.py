"""Gradients without derivatives: central differences, and how far another gradient is from them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_same_shape


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


def relative_error(a: ArrayLike, b: ArrayLike) -> float:
    """Distance of two arrays, relative to their size.

        ‖a - b‖ / (‖a‖ + ‖b‖)        0 where both are 0

    The norms are over the whole array and in float64. They are taken of both arrays divided by
    their largest element, so that no square overflows or vanishes.

    Args:
        a, b: arrays of one shape, any.

    Returns:
        A number from 0 to 1; NaN where an element is not finite.

    Raises:
        ValueError: if the shapes differ.

    Source: S0 3.4 (which has no test); the CS231n notes on gradient checks.

    Example:
        >>> relative_error([4.0, 0.0], [1.0, 0.0]), relative_error([0.0], [0.0])
        (0.6, 0.0)
    """
    left, right = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    require_same_shape(a=left, b=right)
    scale = np.max(np.abs([left, right]), initial=0.0)
    if scale == 0:
        return 0.0
    if not np.isfinite(scale):
        return float("nan")
    left, right = left.ravel() / scale, right.ravel() / scale
    return float(np.linalg.norm(left - right) / (np.linalg.norm(left) + np.linalg.norm(right)))


def gradient_check(
    f: Callable[[Array], float], grad_f: Callable[[Array], ArrayLike], x: ArrayLike, tol: float = 1e-6
) -> bool:
    """Whether a gradient is that of the function, as far as central differences can tell.

        relative_error(∇f(x), numerical_gradient(f, x)) ≤ tol

    Both are evaluated in float64, each call with an array of its own.

    Args:
        f: maps an array of x's shape to a number.
        grad_f: maps an array of x's shape to the gradient of f there.
        x: the point, any shape; left unchanged.
        tol: the relative error that passes. Central differences themselves are off by 1e-10 to
            1e-7; a wrong formula usually by more than 1e-3.

    Returns:
        True or False; False where the gradient is not finite.

    Raises:
        ValueError: if the gradient has not x's shape.
        TypeError: if f does not return a number.

    Source: S0 3.4 (which has no test).

    Example:
        >>> f = lambda x: float(np.sum(x**2))
        >>> gradient_check(f, lambda x: 2 * x, [1.0, -2.0]), gradient_check(f, lambda x: x, [1.0, -2.0])
        (True, False)
    """
    point = np.asarray(x, dtype=np.float64)
    return relative_error(grad_f(point.copy()), numerical_gradient(f, point)) <= tol
