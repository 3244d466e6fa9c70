"""The long short-term memory cell, through `keras.layers.LSTMCell`."""

from __future__ import annotations

from typing import Any

import keras

from .tensors import Tensor, dtype_of, floating


def lstm_cell(
    x_t: Any, h_prev: Any, c_prev: Any, kernel: Any, recurrent_kernel: Any, bias: Any
) -> tuple[Tensor, Tensor]:
    """(h_t, c_t) of one time step; shapes and gate order as in `numpy_stack.lstm`."""
    x_t, h_prev, c_prev, *weights = floating(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias)
    cell = keras.layers.LSTMCell(h_prev.shape[-1], dtype=dtype_of(x_t))
    cell.build(x_t.shape)
    cell.set_weights(weights)
    _, (h_t, c_t) = cell(x_t, [h_prev, c_prev])
    return h_t, c_t
