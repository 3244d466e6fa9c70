"""The simple recurrent network, through `keras.layers`, with gradients by the tape."""

from __future__ import annotations

from typing import Any

from keras import layers

from .dense import dense_forward
from .tensors import Tensor, call_layer, dtype_of, floating, pullback


def rnn_step(x_t: Any, h_prev: Any, W: Any, U: Any, b: Any) -> Tensor:
    """The hidden state (n, u) after one step, by `SimpleRNNCell`; shapes as in `numpy_stack.rnn`."""
    x_t, h_prev, *weights = floating(x_t, h_prev, W, U, b)
    cell = layers.SimpleRNNCell(h_prev.shape[-1], dtype=dtype_of(x_t))
    return call_layer(cell, weights, x_t, states=[h_prev])[0]


def rnn_output(h_t: Any, V: Any, c: Any) -> Tensor:
    """What the network says at one step: h_t V + c, by `Dense`."""
    return dense_forward(h_t, V, c)


def rnn_forward(x: Any, h0: Any, W: Any, U: Any, b: Any) -> Tensor:
    """All hidden states (n, T, u), by `SimpleRNN`; x (n, T, d), h0 (n, u)."""
    x, h0, *weights = floating(x, h0, W, U, b)
    layer = layers.SimpleRNN(h0.shape[-1], return_sequences=True, dtype=dtype_of(x))
    return call_layer(layer, weights, x, initial_state=h0)


def rnn_backward(dh: Any, x: Any, h0: Any, W: Any, U: Any, b: Any) -> dict[str, Tensor]:
    """The gradients of `rnn_forward` under the names "dx", "dh0", "dW", "dU", "db"."""
    dh, *arguments = floating(dh, x, h0, W, U, b)
    return dict(zip(("dx", "dh0", "dW", "dU", "db"), pullback(rnn_forward, dh, *arguments)))
