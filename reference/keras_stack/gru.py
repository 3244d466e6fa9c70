"""The gated recurrent unit, through `keras.layers`, with gradients by the tape."""

from __future__ import annotations

from typing import Any

from keras import layers

from .tensors import Tensor, call_layer, dtype_of, floating, pullback


def gru_cell(x_t: Any, h_prev: Any, kernel: Any, recurrent_kernel: Any, bias: Any) -> Tensor:
    """The hidden state (n, u) after one step, by `GRUCell`; shapes and gate order as in `numpy_stack.gru`."""
    x_t, h_prev, *weights = floating(x_t, h_prev, kernel, recurrent_kernel, bias)
    cell = layers.GRUCell(h_prev.shape[-1], reset_after=True, dtype=dtype_of(x_t))
    return call_layer(cell, weights, x_t, states=[h_prev])[0]


def gru_forward(x: Any, kernel: Any, recurrent_kernel: Any, bias: Any, return_sequences: bool = False) -> Tensor:
    """The last hidden state (n, u) or all of them (n, T, u) of sequences x (n, T, d), by `GRU`."""
    x, *weights = floating(x, kernel, recurrent_kernel, bias)
    units = weights[1].shape[0]
    layer = layers.GRU(units, reset_after=True, return_sequences=return_sequences, dtype=dtype_of(x))
    return call_layer(layer, weights, x)


def gru_cell_backward(
    dh: Any, x_t: Any, h_prev: Any, kernel: Any, recurrent_kernel: Any, bias: Any
) -> dict[str, Tensor]:
    """The gradients of `gru_cell` for that of h_t, under the names of `numpy_stack.gru`."""
    dh, *arguments = floating(dh, x_t, h_prev, kernel, recurrent_kernel, bias)
    names = ("dx", "dh_prev", "dkernel", "drecurrent_kernel", "dbias")
    return dict(zip(names, pullback(gru_cell, dh, *arguments)))


def gru_backward(dh: Any, x: Any, kernel: Any, recurrent_kernel: Any, bias: Any) -> dict[str, Tensor]:
    """The gradients of `gru_forward` for dh (n, u), or (n, T, u) with `return_sequences`."""
    dh, *arguments = floating(dh, x, kernel, recurrent_kernel, bias)
    sequences = len(dh.shape) == 3

    def forward(x: Tensor, kernel: Tensor, recurrent_kernel: Tensor, bias: Tensor) -> Tensor:
        return gru_forward(x, kernel, recurrent_kernel, bias, sequences)

    return dict(zip(("dx", "dkernel", "drecurrent_kernel", "dbias"), pullback(forward, dh, *arguments)))
