"""Losses of real-valued predictions, and their gradients with respect to the prediction.

Those of classifiers are in `cross_entropies` and can be had from here as well.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_fit, require_same_shape
from .cross_entropies import (
    bce_from_logits as bce_from_logits,
    bce_from_logits_grad as bce_from_logits_grad,
    binary_cross_entropy as binary_cross_entropy,
    binary_cross_entropy_grad as binary_cross_entropy_grad,
    cross_entropy as cross_entropy,
    cross_entropy_grad as cross_entropy_grad,
    softmax_cross_entropy_grad as softmax_cross_entropy_grad,
    sparse_cross_entropy as sparse_cross_entropy,
)
from .limits import require_positive


def mse(y: ArrayLike, y_hat: ArrayLike) -> float:
    """Mean squared error over all elements.

        mse = 1/N · Σ (y - ŷ)²

    Args:
        y: targets, any shape.
        y_hat: predictions, the same shape.

    Returns:
        A number; N is the number of elements, not of samples.

    Raises:
        ValueError: if the shapes differ or there are no elements.

    Source: S0 3.2.

    Example:
        >>> mse([1.0, 2.0, 3.0], [1.0, 4.0, 1.0])
        2.6666666666666665
    """
    errors = _errors(y, y_hat)
    wide = errors.astype(np.promote_types(errors.dtype, np.float32), copy=False)  # half precision ends at 256²
    return float(np.mean(wide**2))


def mse_grad(y: ArrayLike, y_hat: ArrayLike) -> Array:
    """Gradient of `mse` with respect to the prediction.

        ∂mse/∂ŷ = 2/N · (ŷ - y)

    Args:
        y: targets, any shape.
        y_hat: predictions, the same shape.

    Returns:
        An array of that shape.

    Raises:
        ValueError: if the shapes differ or there are no elements.

    Source: S0 3.2 and 4.2 (which divides by nothing and has the sign reversed).

    Example:
        >>> mse_grad([1.0, 2.0], [1.0, 4.0])
        array([0., 2.])
    """
    errors = _errors(y, y_hat)
    return 2 * errors / errors.size


def mae(y: ArrayLike, y_hat: ArrayLike) -> float:
    """Mean absolute error over all elements; one outlier weighs no more than its distance.

        mae = 1/N · Σ |y - ŷ|

    Args:
        y: targets, any shape.
        y_hat: predictions, the same shape.

    Returns:
        A number.

    Raises:
        ValueError: if the shapes differ or there are no elements.

    Source: S1 6.5, which says that the loss must suit the task and names only two.

    Example:
        >>> mae([1.0, 2.0, 3.0], [1.0, 4.0, -1.0])
        2.0
    """
    return float(np.mean(np.abs(_errors(y, y_hat))))


def mae_grad(y: ArrayLike, y_hat: ArrayLike) -> Array:
    """Gradient of `mae` with respect to the prediction.

        ∂mae/∂ŷ = 1/N · sign(ŷ - y)

    Args:
        y: targets, any shape.
        y_hat: predictions, the same shape.

    Returns:
        An array of that shape; 0 where a prediction is exactly right.

    Raises:
        ValueError: if the shapes differ or there are no elements.

    Source: S1 6.5.

    Example:
        >>> mae_grad([1.0, 2.0, 3.0, 4.0], [1.0, 4.0, -1.0, 5.0])
        array([ 0.  ,  0.25, -0.25,  0.25])
    """
    errors = _errors(y, y_hat)
    return np.sign(errors) / errors.size


def huber(y: ArrayLike, y_hat: ArrayLike, delta: float = 1.0) -> float:
    """Squared where the error is small, absolute where it is large; the mean over all elements.

        huber = 1/N · Σ (½ e² where |e| ≤ δ, else δ (|e| - ½ δ))        e = ŷ - y
              = 1/N · Σ q (|e| - ½ q)                                   q = min(|e|, δ)

    The second form squares no large error.

    Args:
        y: targets, any shape.
        y_hat: predictions, the same shape.
        delta: where the parabola becomes a line, above 0.

    Returns:
        A number.

    Raises:
        ValueError: if the shapes differ, there are no elements, or delta is not above 0.

    Source: S1 6.5; Huber 1964.

    Example:
        >>> huber([0.0, 0.0], [1.0, 10.0], delta=2.0)
        9.25
    """
    require_positive(delta=delta)
    sizes = np.abs(_errors(y, y_hat))
    squared = np.minimum(sizes, float(delta))
    return float(np.mean(squared * (sizes - squared / 2)))


def huber_grad(y: ArrayLike, y_hat: ArrayLike, delta: float = 1.0) -> Array:
    """Gradient of `huber` with respect to the prediction: the error, clipped.

        ∂huber/∂ŷ = 1/N · min(max(ŷ - y, -δ), δ)

    Args:
        y: targets, any shape.
        y_hat: predictions, the same shape.
        delta: where the parabola becomes a line, above 0.

    Returns:
        An array of that shape.

    Raises:
        ValueError: if the shapes differ, there are no elements, or delta is not above 0.

    Source: S1 6.5; Huber 1964.

    Example:
        >>> huber_grad([0.0, 0.0], [1.0, -10.0], delta=2.0)
        array([ 0.5, -1. ])
    """
    require_positive(delta=delta)
    errors = _errors(y, y_hat)
    return np.clip(errors, -float(delta), float(delta)) / errors.size


def _errors(y: ArrayLike, y_hat: ArrayLike) -> Array:
    """ŷ - y, once both are known to fit."""
    y, y_hat = floating(y, y_hat)
    require_same_shape(y=y, y_hat=y_hat)
    require_fit(y.size > 0, "a mean needs at least one element", y=y, y_hat=y_hat)
    return np.asarray(y_hat - y)
