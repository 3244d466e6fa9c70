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
