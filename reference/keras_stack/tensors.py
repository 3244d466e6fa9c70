"""How arguments become tensors, and how TensorFlow differentiates functions of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import tensorflow as tf
from keras import backend, ops

from ..numpy_stack.arrays import float_dtype

Tensor = Any


def floating(*values: Any) -> list[Tensor]:
    """The values as tensors of one float dtype, by the rule of `numpy_stack`: float64 by default.

    Tensors stay tensors, so that a gradient tape can follow them.
    """
    arrays = [value if ops.is_tensor(value) else np.asarray(value) for value in values]
    fixed = [
        backend.standardize_dtype(array.dtype)
        for array, value in zip(arrays, values)
        if not isinstance(value, (int, float))
    ]
    dtype = float_dtype(*fixed).name
    return [ops.cast(ops.convert_to_tensor(array), dtype) for array in arrays]


def dtype_of(tensor: Tensor) -> str:
    """The dtype's name, as Keras's layers and variables take it."""
    return str(backend.standardize_dtype(tensor.dtype))


def value_and_gradients(f: Callable[..., Tensor], *arguments: Tensor) -> tuple[Tensor, list[Tensor]]:
    """f(*arguments), a scalar, and its gradients by `tf.GradientTape`, each of its argument's shape."""
    with tf.GradientTape() as tape:
        for argument in arguments:
            tape.watch(argument)
        value = f(*arguments)
    return value, list(tape.gradient(value, list(arguments)))


def pullback(f: Callable[..., Tensor], dy: Tensor, *arguments: Tensor) -> list[Tensor]:
    """The gradients of a loss in f's arguments, where dy is its gradient in f's result.

    By the tape: they are the gradients of Σ dy ⊙ f(*arguments).
    """
    _, gradients = value_and_gradients(lambda *a: ops.sum(dy * f(*a)), *arguments)
    return [tf.convert_to_tensor(gradient) for gradient in gradients]


def call_layer(layer: Any, weights: Any, *inputs: Tensor, **options: Any) -> Tensor:
    """The result of a Keras layer with these trainable weights, through which a tape can follow them."""
    layer.build(*(tuple(each.shape) for each in inputs))
    state = [variable.value for variable in layer.non_trainable_variables]
    result, _ = layer.stateless_call(list(weights), state, *inputs, **options)
    return result
