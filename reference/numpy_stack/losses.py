"""Losses, and their gradients with respect to the prediction."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_same_shape


def mse(y: ArrayLike, y_hat: ArrayLike) -> float:
    """Mean squared error over all elements.

        mse = 1/N · Σ (y - ŷ)²

    Args:
        y: targets, any shape.
        y_hat: predictions, the same shape.

    Returns:
        A number; N is the number of elements, not of samples.

    Raises:
        ValueError: if the shapes differ.

    Source: S0 3.2.

    Example:
        >>> mse([1.0, 2.0, 3.0], [1.0, 4.0, 1.0])
        2.6666666666666665
    """
    y, y_hat = floating(y, y_hat)
    require_same_shape(y=y, y_hat=y_hat)
    return float(np.mean((y - y_hat) ** 2))


def mse_grad(y: ArrayLike, y_hat: ArrayLike) -> Array:
    """Gradient of `mse` with respect to the prediction.

        ∂mse/∂ŷ = 2/N · (ŷ - y)

    Args:
        y: targets, any shape.
        y_hat: predictions, the same shape.

    Returns:
        An array of that shape.

    Raises:
        ValueError: if the shapes differ.

    Source: S0 3.2 and 4.2 (which divides by nothing and has the sign reversed).

    Example:
        >>> mse_grad([1.0, 2.0], [1.0, 4.0])
        array([0., 2.])
    """
    y, y_hat = floating(y, y_hat)
    require_same_shape(y=y, y_hat=y_hat)
    return 2 * (y_hat - y) / y.size
