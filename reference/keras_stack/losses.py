"""Losses, and their gradients with respect to the prediction."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from .tensors import Tensor, floating, value_and_gradients


def mse(y: Any, y_hat: Any) -> Tensor:
    """Mean squared error over all elements, through `keras.losses`; y and y_hat of one shape.

    Keras averages over the last axis; the mean of these means is the mean over all elements.
    """
    y, y_hat = floating(y, y_hat)
    return ops.mean(keras.losses.mean_squared_error(y, y_hat))


def mse_grad(y: Any, y_hat: Any) -> Tensor:
    """Gradient of `mse` with respect to y_hat, by the tape; y_hat's shape."""
    y, y_hat = floating(y, y_hat)
    _, (gradient,) = value_and_gradients(lambda prediction: mse(y, prediction), y_hat)
    return gradient
