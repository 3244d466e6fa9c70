"""Activation functions, through `keras.ops`; each takes any shape and keeps it."""

from __future__ import annotations

from typing import Any

from keras import ops

from .tensors import Tensor, floating


def sigmoid(x: Any) -> Tensor:
    """The logistic function, elementwise."""
    return ops.sigmoid(*floating(x))


def tanh(x: Any) -> Tensor:
    """The hyperbolic tangent, elementwise."""
    return ops.tanh(*floating(x))


def relu(x: Any) -> Tensor:
    """The rectifier, elementwise."""
    return ops.relu(*floating(x))


def softplus(x: Any) -> Tensor:
    """The smooth rectifier log(1 + eˣ), elementwise."""
    return ops.softplus(*floating(x))


def log_sigmoid(x: Any) -> Tensor:
    """The logarithm of the sigmoid, elementwise."""
    return ops.log_sigmoid(*floating(x))


def softmax(z: Any, axis: int = -1) -> Tensor:
    """Probabilities proportional to exponentials along `axis`."""
    return ops.softmax(*floating(z), axis=axis)
