"""The long short-term memory, through `keras.layers`, with gradients by the tape."""

from __future__ import annotations

from typing import Any

from keras import layers, ops

from .tensors import Tensor, call_layer, dtype_of, floating, pullback


def lstm_cell(
    x_t: Any, h_prev: Any, c_prev: Any, kernel: Any, recurrent_kernel: Any, bias: Any
) -> tuple[Tensor, Tensor]:
    """(h_t, c_t) of one time step, by `LSTMCell`; shapes and gate order as in `numpy_stack.lstm`."""
    x_t, h_prev, c_prev, *weights = floating(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias)
    cell = layers.LSTMCell(h_prev.shape[-1], dtype=dtype_of(x_t))
    _, (h_t, c_t) = call_layer(cell, weights, x_t, states=[h_prev, c_prev])
    return h_t, c_t


def lstm_forward(x: Any, kernel: Any, recurrent_kernel: Any, bias: Any, return_sequences: bool = False) -> Tensor:
    """The last hidden state (n, u) or all of them (n, T, u) of sequences x (n, T, d), by `LSTM`."""
    x, *weights = floating(x, kernel, recurrent_kernel, bias)
    layer = layers.LSTM(weights[1].shape[0], return_sequences=return_sequences, dtype=dtype_of(x))
    return call_layer(layer, weights, x)


def lstm_cell_backward(
    dh: Any, dc: Any, x_t: Any, h_prev: Any, c_prev: Any, kernel: Any, recurrent_kernel: Any, bias: Any
) -> dict[str, Tensor]:
    """The gradients of `lstm_cell` for those of h_t and c_t, under the names of `numpy_stack.lstm`."""
    dh, dc, *arguments = floating(dh, dc, x_t, h_prev, c_prev, kernel, recurrent_kernel, bias)
    names = ("dx", "dh_prev", "dc_prev", "dkernel", "drecurrent_kernel", "dbias")
    return dict(zip(names, pullback(lambda *a: ops.stack(lstm_cell(*a)), ops.stack([dh, dc]), *arguments)))


def lstm_backward(dh: Any, x: Any, kernel: Any, recurrent_kernel: Any, bias: Any) -> dict[str, Tensor]:
    """The gradients of `lstm_forward` for dh (n, u), or (n, T, u) with `return_sequences`."""
    dh, *arguments = floating(dh, x, kernel, recurrent_kernel, bias)
    sequences = len(dh.shape) == 3

    def forward(x: Tensor, kernel: Tensor, recurrent_kernel: Tensor, bias: Tensor) -> Tensor:
        return lstm_forward(x, kernel, recurrent_kernel, bias, sequences)

    return dict(zip(("dx", "dkernel", "drecurrent_kernel", "dbias"), pullback(forward, dh, *arguments)))
