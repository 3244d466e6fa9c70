"""The long short-term memory cell."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .activations import sigmoid, tanh
from .arrays import Array, floating, require_same_shape


def lstm_cell(
    x_t: ArrayLike,
    h_prev: ArrayLike,
    c_prev: ArrayLike,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike,
) -> tuple[Array, Array]:
    """One time step of an LSTM, in Keras's layout.

        [zᵢ z_f z_c zₒ] = x_t kernel + h_prev recurrent_kernel + bias
        c_t = σ(z_f) ⊙ c_prev + σ(zᵢ) ⊙ tanh(z_c)
        h_t = σ(zₒ) ⊙ tanh(c_t)

    Args:
        x_t: inputs of this step (n, d).
        h_prev, c_prev: hidden and cell state (n, u).
        kernel: (d, 4u), gates in the order i, f, c, o.
        recurrent_kernel: (u, 4u), the same order.
        bias: (4u,), the same order.

    Returns:
        (h_t, c_t), each (n, u).

    Raises:
        ValueError: if the shapes do not fit.

    Source: S3 4.2; Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al. 2000.

    Example:
        >>> zeros = np.zeros((1, 4))
        >>> h_t, c_t = lstm_cell([[1.0]], [[0.0]], [[2.0]], zeros, zeros, np.zeros(4))
        >>> c_t, h_t.round(3)
        (array([[1.]]), array([[0.381]]))
    """
    x_t, h_prev, c_prev, W, U, b = floating(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias)
    require_same_shape(h_prev=h_prev, c_prev=c_prev)
    z = x_t @ W + h_prev @ U + b
    z_i, z_f, z_c, z_o = np.split(z, 4, axis=-1)
    c_t = sigmoid(z_f) * c_prev + sigmoid(z_i) * tanh(z_c)
    return sigmoid(z_o) * tanh(c_t), c_t
