"""A straight line through data, by the tape and by `keras.ops.lstsq`."""

from __future__ import annotations

from typing import Any

from keras import ops

from .losses import mse
from .optimizers import gradient_step
from .tensors import Tensor, floating, value_and_gradients


def fit_linear(x: Any, y: Any, lr: float, steps: int) -> tuple[Tensor, Tensor]:
    """(w, b), w (d,) and b a number, after gradient descent on the mean squared error from zeros."""
    x, y = floating(x, y)
    w, b = ops.zeros_like(x[0]), ops.zeros_like(x[0, 0])
    for _ in range(steps):
        _, (dw, db) = value_and_gradients(lambda w, b: mse(y, ops.matmul(x, w) + b), w, b)
        w, b = floating(gradient_step(w, dw, lr), gradient_step(b, db, lr))
    return w, b


def solve_linear(x: Any, y: Any, l2: float = 0.0) -> tuple[Tensor, Tensor]:
    """(w, b) at the minimum of the squared errors and l2 · Σ w²; x (n, d) of full rank, y (n,).

    One least squares problem with the bias as a column of ones, which the penalty leaves out.
    """
    x, y = floating(x, y)
    columns = x.shape[1]
    penalty = float(l2) ** 0.5 * ops.eye(columns, columns + 1, dtype=x.dtype)
    with_ones = ops.concatenate([x, ops.ones_like(x[:, :1])], axis=1)
    targets = ops.concatenate([y, ops.zeros_like(x[0])])
    solution = ops.lstsq(ops.concatenate([with_ones, penalty]), targets)
    return solution[:-1], solution[-1]
