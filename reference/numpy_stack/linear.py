"""A linear model without bias, trained by gradient descent on its mean squared error."""

from __future__ import annotations

from numpy.typing import ArrayLike

from .arrays import Array, floating, require_same_shape
from .optimizers import gradient_step


def mse_gradient(theta: ArrayLike, x: ArrayLike, y: ArrayLike) -> Array:
    """Gradient of the mean squared error of x θ with respect to θ.

        ∇J(θ) = 2/n · xᵀ (x θ - y)

    Args:
        theta: parameters (d,).
        x: inputs (n, d).
        y: targets (n,).

    Returns:
        An array (d,).

    Raises:
        ValueError: if the shapes do not fit.

    Source: S0 4.2, whose "gradient" 2(y - ŷ) leaves out x and the mean, with the sign reversed.

    Example:
        >>> mse_gradient([0.0], [[1.0], [2.0]], [1.0, 2.0])
        array([-5.])
    """
    theta, x, y = floating(theta, x, y)
    prediction = x @ theta
    require_same_shape(prediction=prediction, y=y)
    return 2 * (x.T @ (prediction - y)) / len(y)


def train(theta: ArrayLike, x: ArrayLike, y: ArrayLike, alpha: float, steps: int) -> Array:
    """Gradient descent on the whole batch for a number of steps.

        θ ← θ - α ∇J(θ)        `steps` times

    Args:
        theta: parameters to start from (d,).
        x: inputs (n, d).
        y: targets (n,).
        alpha: learning rate.
        steps: number of updates, 0 or more.

    Returns:
        The parameters after the last update (d,), a new array.

    Raises:
        ValueError: if the shapes do not fit.

    Source: S0 4.2, which uses `alpha` without defining it and fits ŷ to x.

    Example:
        >>> train([0.0], [[1.0], [2.0]], [1.0, 2.0], alpha=0.1, steps=2)
        array([0.75])
    """
    theta, x, y = floating(theta, x, y)
    theta = theta.copy()
    for _ in range(steps):
        theta = gradient_step(theta, mse_gradient(theta, x, y), alpha)
    return theta
