"""A network with one hidden layer, and its gradients by the tape."""

from __future__ import annotations

from typing import Any

from keras import ops

from .activations import sigmoid
from .losses import mse
from .tensors import Tensor, floating, value_and_gradients


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
