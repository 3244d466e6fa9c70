"""Loops around one step of `keras.optimizers.SGD`, with gradients by functions of the caller."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from keras import ops

from .optimizers import gradient_step
from .tensors import Tensor, floating


def gradient_descent(
    loss_fn: Callable[[Tensor], Any],
    grad_fn: Callable[[Tensor], Any],
    theta0: Any,
    lr: float,
    tol: float,
    max_iters: int,
) -> tuple[Tensor, list[float]]:
    """(theta, losses) of gradient descent until the loss is at most tol or after max_iters updates."""
    (theta,) = floating(theta0)
    losses = [float(loss_fn(theta))]
    while not losses[-1] <= tol and len(losses) <= max_iters:
        theta = gradient_step(theta, grad_fn(theta), lr)
        losses.append(float(loss_fn(theta)))
    return theta, losses


def sgd_epoch(
    x: Any,
    y: Any,
    theta: Any,
    grad_fn: Callable[[Tensor, Tensor, Tensor], Any],
    lr: float,
    batch_size: int,
    order: Any,
) -> Tensor:
    """Theta after one update for each minibatch of the samples, taken in this order."""
    x, y, order = (ops.convert_to_tensor(part) for part in (x, y, order))
    (theta,) = floating(theta)
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        gradient = grad_fn(theta, ops.take(x, batch, axis=0), ops.take(y, batch, axis=0))
        theta = gradient_step(theta, gradient, lr)
    return theta
