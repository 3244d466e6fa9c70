"""The probability of one of two classes, through Keras's binary cross-entropy and the tape."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from .optimizers import gradient_step
from .tensors import Tensor, floating, value_and_gradients


def fit_logistic(x: Any, y: Any, lr: float, steps: int) -> tuple[Tensor, Tensor]:
    """(w, b), w (d,) and b a number, after gradient descent on the mean cross-entropy from zeros."""
    (x,) = floating(x)
    y = ops.cast(y, x.dtype)

    def loss(w: Tensor, b: Tensor) -> Tensor:
        return keras.losses.binary_crossentropy(y, ops.matmul(x, w) + b, from_logits=True)

    w, b = ops.zeros_like(x[0]), ops.zeros_like(x[0, 0])
    for _ in range(steps):
        _, (dw, db) = value_and_gradients(loss, w, b)
        w, b = floating(gradient_step(w, dw, lr), gradient_step(b, db, lr))
    return w, b


def predict_proba(x: Any, w: Any, b: float) -> Tensor:
    """The probability (n,) of class 1."""
    x, w, b = floating(x, w, b)
    return ops.sigmoid(ops.matmul(x, w) + b)
