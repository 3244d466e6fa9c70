"""Loops around `gradient_step`: down to a tolerance, and through the minibatches of one epoch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .arrays import Array, floating
from .limits import require_at_least
from .optimizers import gradient_step


def gradient_descent(
    loss_fn: Callable[[Array], float],
    grad_fn: Callable[[Array], ArrayLike],
    theta0: ArrayLike,
    lr: float,
    tol: float,
    max_iters: int,
) -> tuple[Array, list[float]]:
    """Gradient descent until the loss is small enough or the updates are used up.

        θ₀ given        θ ← θ - lr · ∇J(θ)  until J(θ) ≤ tol, `max_iters` times at most

    Args:
        loss_fn: maps parameters to the loss, a number.
        grad_fn: maps parameters to the gradient of the loss, of their shape.
        theta0: parameters to start from, any shape.
        lr: learning rate, 0 or more.
        tol: the loss that is good enough.
        max_iters: how many updates there are at most, 0 or more.

    Returns:
        (theta, losses): the last parameters, and the loss of every point visited, the first and the
        last included: one more than updates.

    Raises:
        ValueError: if lr or max_iters is negative, or a gradient has not theta's shape.

    Source: S1 2.4, whose step 6 names the two ways to stop.

    Example:
        >>> theta, losses = gradient_descent(lambda p: float(p**2), lambda p: 2 * p, 8.0, 0.25, 1.0, 10)
        >>> theta, losses
        (array(1.), [64.0, 16.0, 4.0, 1.0])
    """
    require_at_least(0, lr=lr, max_iters=max_iters)
    (theta,) = floating(theta0)
    theta = theta.copy()
    losses = [float(loss_fn(theta))]
    while not losses[-1] <= tol and len(losses) <= max_iters:
        theta = np.asarray(gradient_step(theta, grad_fn(theta), lr))
        losses.append(float(loss_fn(theta)))
    return theta, losses


def sgd_epoch(
    x: ArrayLike,
    y: ArrayLike,
    theta: ArrayLike,
    grad_fn: Callable[[Array, NDArray[Any], NDArray[Any]], ArrayLike],
    lr: float,
    batch_size: int,
    order: ArrayLike,
) -> Array:
    """One pass over the data, with one update for each minibatch.

        θ ← θ - lr · ∇J(θ; x_B, y_B)        B = the next batch_size samples of order

    Args:
        x, y: data, the samples along the first axis of both.
        theta: parameters, any shape.
        grad_fn: maps (theta, xb, yb) to the gradient of the mean loss of that batch.
        lr: learning rate, 0 or more.
        batch_size: samples in a batch, at least 1; the last batch has what is left.
        order: indices of the samples in the order of their use (n,), as a rule a permutation.

    Returns:
        The parameters after the last batch, of theta's shape.

    Raises:
        ValueError: if x and y differ in length, lr is negative, batch_size is below 1, an index is no
            sample's, or a gradient has not theta's shape.

    Source: S4 3.2 takes single samples; batch_size=1 is that.

    Example:
        >>> def pull(theta, xb, yb):
        ...     return theta - xb.mean()
        >>> sgd_epoch([1.0, 2.0, 9.0], [0, 0, 0], 0.0, pull, lr=1.0, batch_size=2, order=[2, 1, 0])
        array(1.)
    """
    require_at_least(1, batch_size=batch_size)
    (theta,) = floating(theta)
    x, y, order = np.asarray(x), np.asarray(y), np.asarray(order)
    _require_indices(order, x, y)
    theta = theta.copy()
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        theta = np.asarray(gradient_step(theta, grad_fn(theta, x[batch], y[batch]), lr))
    return theta


def _require_indices(order: NDArray[Any], x: NDArray[Any], y: NDArray[Any]) -> None:
    """Raise ValueError unless order holds indices of samples that both x and y have."""
    if x.ndim == 0 or y.ndim == 0 or len(x) != len(y):
        raise ValueError(f"x and y must have the same number of samples. Received: x {x.shape}, y {y.shape}")
    if order.ndim != 1 or not (order.size == 0 or np.issubdtype(order.dtype, np.integer)):
        raise ValueError(f"order must be integers (n,). Received: order {order.shape} of dtype {order.dtype}")
    if order.size and not 0 <= order.min() <= order.max() < len(x):
        raise ValueError(f"order must be indices from 0 to {len(x) - 1}. Received: from {order.min()} to {order.max()}")
