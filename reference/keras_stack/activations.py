"""Activation functions through `keras.ops`, their derivatives by the tape; all keep the shape."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from keras import ops

from .softmax import log_softmax as log_softmax, softmax as softmax
from .tensors import Tensor, floating, value_and_gradients


def sigmoid(x: Any) -> Tensor:
    """The logistic function, elementwise."""
    return ops.sigmoid(*floating(x))


def tanh(x: Any) -> Tensor:
    """The hyperbolic tangent, elementwise."""
    return ops.tanh(*floating(x))


def relu(x: Any) -> Tensor:
    """The rectifier, elementwise."""
    return ops.relu(*floating(x))


def leaky_relu(x: Any, alpha: float = 0.2) -> Tensor:
    """The rectifier with slope alpha on the negative side, elementwise.

    Not through `ops.leaky_relu`, which rounds the slope to float32.
    """
    (x,) = floating(x)
    return ops.where(x > 0, x, alpha * x)


def softplus(x: Any) -> Tensor:
    """The smooth rectifier log(1 + eˣ), elementwise."""
    return ops.softplus(*floating(x))


def log_sigmoid(x: Any) -> Tensor:
    """The logarithm of the sigmoid, elementwise."""
    return ops.log_sigmoid(*floating(x))


def sigmoid_grad(x: Any) -> Tensor:
    """Derivative of the logistic function, elementwise."""
    return _derivative(sigmoid, x)


def tanh_grad(x: Any) -> Tensor:
    """Derivative of the hyperbolic tangent, elementwise."""
    return _derivative(tanh, x)


def relu_grad(x: Any) -> Tensor:
    """Derivative of the rectifier, elementwise; 0 at 0."""
    return _derivative(relu, x)


def leaky_relu_grad(x: Any, alpha: float = 0.2) -> Tensor:
    """Derivative of the leaky rectifier, elementwise; alpha at 0."""
    return _derivative(lambda t: leaky_relu(t, alpha), x)


def _derivative(f: Callable[[Tensor], Tensor], x: Any) -> Tensor:
    """The derivative of an elementwise f: the gradient of the sum of its values."""
    _, (gradient,) = value_and_gradients(lambda t: ops.sum(f(t)), *floating(x))
    return gradient
