"""Ratings as a product of two thin matrices, trained by the tape."""

from __future__ import annotations

from typing import Any

from keras import ops

from .optimizers import gradient_step
from .tensors import Tensor, floating, value_and_gradients


def mf_step(U: Any, V: Any, i: int, j: int, rating: float, lr: float, l2: float) -> tuple[Tensor, Tensor]:
    """(U, V) after a step on ½ e² + ½ l2 (‖U[i]‖² + ‖V[j]‖²), e the error of one rating."""

    def loss(users: Tensor, items: Tensor) -> Tensor:
        u, v = users[i], items[j]
        penalty = ops.sum(ops.square(u)) + ops.sum(ops.square(v))
        return (ops.square(float(rating) - ops.sum(u * v)) + float(l2) * penalty) / 2

    U, V = floating(U, V)
    _, gradients = value_and_gradients(loss, U, V)
    new_U, new_V = (gradient_step(x, ops.convert_to_tensor(g), lr) for x, g in zip((U, V), gradients))
    return new_U, new_V


def rmse(U: Any, V: Any, triples: Any) -> Tensor:
    """Root of the mean squared error of the known ratings (i, j, rating), (n, 3)."""
    U, V = floating(U, V)
    rows, columns, ratings = ops.unstack(ops.cast(triples, U.dtype), axis=1)
    users, items = (ops.take(x, ops.cast(at, "int32"), axis=0) for x, at in ((U, rows), (V, columns)))
    return ops.sqrt(ops.mean(ops.square(ratings - ops.sum(users * items, axis=1))))
