"""Multilayer perceptrons, and gradients by the tape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import keras
from keras import layers, ops

from .activations import sigmoid
from .losses import mse
from .tensors import Tensor, dtype_of, floating, value_and_gradients


def mlp_forward(x: Any, weights: Sequence[Any], biases: Sequence[Any]) -> Tensor:
    """Class probabilities (n, k) by a `keras.Sequential` of Dense layers with these weights."""
    x, *parameters = floating(x, *weights, *biases)
    pairs = list(zip(parameters[: len(weights)], parameters[len(weights) :]))
    model = keras.Sequential([keras.Input(x.shape[1:], dtype=dtype_of(x))])
    for depth, (W, _) in enumerate(pairs, start=1):
        activation = "relu" if depth < len(pairs) else "softmax"
        model.add(layers.Dense(W.shape[1], activation=activation, dtype=dtype_of(x)))
    model.set_weights([parameter for pair in pairs for parameter in pair])
    return model(x)


def mlp_loss(x: Any, y: Any, W1: Any, b1: Any, W2: Any, b2: Any) -> Tensor:
    """Loss of a sigmoid hidden layer and a linear output; shapes as in `numpy_stack.mlp`."""
    x, y, W1, b1, W2, b2 = floating(x, y, W1, b1, W2, b2)
    hidden = sigmoid(ops.matmul(x, W1) + b1)
    return mse(y, ops.matmul(hidden, W2) + b2)


def mlp_backprop(x: Any, y: Any, W1: Any, b1: Any, W2: Any, b2: Any) -> tuple[Tensor, dict[str, Tensor]]:
    """(loss, grads) of `mlp_loss`, grads by `tf.GradientTape` under the parameters' names."""
    x, y, *params = floating(x, y, W1, b1, W2, b2)
    loss, gradients = value_and_gradients(lambda *p: mlp_loss(x, y, *p), *params)
    return loss, dict(zip(("W1", "b1", "W2", "b2"), gradients))
