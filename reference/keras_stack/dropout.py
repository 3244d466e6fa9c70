"""Dropout, through `tf.nn.experimental.general_dropout`, which takes its samples from outside."""

from __future__ import annotations

from typing import Any

import tensorflow as tf
from keras import ops

from .tensors import Tensor, floating, pullback


def dropout(x: Any, rate: float, u: Any, training: bool = True) -> Tensor:
    """x where u >= rate, divided by 1 - rate, else 0; x as it is outside training."""
    (x,), (u,) = floating(x), floating(u)
    if not training:
        return ops.copy(x)
    return tf.nn.experimental.general_dropout(x, rate, lambda shape, dtype: u)


def dropout_backward(dy: Any, rate: float, u: Any) -> Tensor:
    """The gradient in the argument of `dropout` of a loss whose gradient in its result is dy."""
    (dy,) = floating(dy)
    (dx,) = pullback(lambda x: dropout(x, rate, u), dy, ops.ones_like(dy))
    return dx
