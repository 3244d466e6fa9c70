"""A linear model without bias, trained by gradient descent, with gradients by the tape."""

from __future__ import annotations

from typing import Any

from keras import ops

from .losses import mse
from .optimizers import gradient_step
from .tensors import Tensor, floating, value_and_gradients


def mse_gradient(theta: Any, x: Any, y: Any) -> Tensor:
    """Gradient (d,) of mse(y, x θ) with respect to θ; x (n, d), y (n,)."""
    theta, x, y = floating(theta, x, y)
    _, (gradient,) = value_and_gradients(lambda parameters: mse(y, ops.matmul(x, parameters)), theta)
    return gradient


def train(theta: Any, x: Any, y: Any, alpha: float, steps: int) -> Tensor:
    """θ (d,) after `steps` steps of gradient descent on the whole batch."""
    theta, x, y = floating(theta, x, y)
    for _ in range(steps):
        theta = gradient_step(theta, mse_gradient(theta, x, y), alpha)
    return theta
