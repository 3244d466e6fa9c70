"""Losses of real-valued predictions, through `keras.losses`, and their gradients by the tape.

Keras averages over the last axis; the mean of these means is the mean over all elements.
"""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

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
from .tensors import Tensor, floating, value_and_gradients


def mse(y: Any, y_hat: Any) -> Tensor:
    """Mean squared error over all elements; y and y_hat of one shape."""
    y, y_hat = floating(y, y_hat)
    return ops.mean(keras.losses.mean_squared_error(y, y_hat))


def mse_grad(y: Any, y_hat: Any) -> Tensor:
    """Gradient of `mse` with respect to y_hat; y_hat's shape."""
    y, y_hat = floating(y, y_hat)
    _, (gradient,) = value_and_gradients(lambda prediction: mse(y, prediction), y_hat)
    return gradient


def mae(y: Any, y_hat: Any) -> Tensor:
    """Mean absolute error over all elements; y and y_hat of one shape."""
    y, y_hat = floating(y, y_hat)
    return ops.mean(keras.losses.mean_absolute_error(y, y_hat))


def mae_grad(y: Any, y_hat: Any) -> Tensor:
    """Gradient of `mae` with respect to y_hat; y_hat's shape."""
    y, y_hat = floating(y, y_hat)
    _, (gradient,) = value_and_gradients(lambda prediction: mae(y, prediction), y_hat)
    return gradient


def huber(y: Any, y_hat: Any, delta: float = 1.0) -> Tensor:
    """Squared error up to delta and a line beyond, the mean over all elements."""
    y, y_hat = floating(y, y_hat)
    return ops.mean(keras.losses.huber(y, y_hat, delta))


def huber_grad(y: Any, y_hat: Any, delta: float = 1.0) -> Tensor:
    """Gradient of `huber` with respect to y_hat; y_hat's shape."""
    y, y_hat = floating(y, y_hat)
    _, (gradient,) = value_and_gradients(lambda prediction: huber(y, prediction, delta), y_hat)
    return gradient
