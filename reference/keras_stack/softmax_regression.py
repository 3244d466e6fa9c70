"""The probabilities of several classes, through Keras's sparse cross-entropy and the tape."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from .optimizers import gradient_step
from .tensors import Tensor, floating, value_and_gradients


def fit_softmax(x: Any, labels: Any, n_classes: int, lr: float, steps: int) -> tuple[Tensor, Tensor]:
    """(W, b), (d, k) and (k,), after gradient descent on the mean cross-entropy from zeros."""
    (x,) = floating(x)
    labels = ops.convert_to_tensor(labels)

    def loss(W: Tensor, b: Tensor) -> Tensor:
        logits = ops.matmul(x, W) + b
        return ops.mean(keras.losses.sparse_categorical_crossentropy(labels, logits, from_logits=True))

    W, b = ops.zeros((x.shape[1], n_classes), dtype=x.dtype), ops.zeros((n_classes,), dtype=x.dtype)
    for _ in range(steps):
        _, (dW, db) = value_and_gradients(loss, W, b)
        W, b = floating(gradient_step(W, dW, lr), gradient_step(b, db, lr))
    return W, b
