"""The fully connected layer and the rectifier, through Keras, with gradients by the tape."""

from __future__ import annotations

from typing import Any

from keras import layers, ops

from .tensors import Tensor, call_layer, dtype_of, floating, pullback


def dense_forward(x: Any, W: Any, b: Any) -> Tensor:
    """x W + b by `keras.layers.Dense`; x (n, d), W (d, m), b (m,)."""
    x, W, b = floating(x, W, b)
    return call_layer(layers.Dense(W.shape[1], dtype=dtype_of(x)), [W, b], x)


def dense_backward(dy: Any, x: Any, W: Any) -> tuple[Tensor, Tensor, Tensor]:
    """(dx, dW, db) of `dense_forward` for the gradient dy (n, m) of its result."""
    dy, x, W = floating(dy, x, W)
    dx, dW, db = pullback(dense_forward, dy, x, W, ops.zeros(W.shape[1], dtype_of(W)))
    return dx, dW, db


def relu_backward(dy: Any, x: Any) -> Tensor:
    """The gradient in x of a loss whose gradient in relu(x) is dy; both of one shape."""
    dy, x = floating(dy, x)
    (dx,) = pullback(ops.relu, dy, x)
    return dx
