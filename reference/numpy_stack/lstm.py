"""The long short-term memory: a recurrent cell whose state is kept, erased and shown by gates."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .activations import sigmoid, tanh
from .arrays import Array, floating, require_fit, require_same_shape
from .rnn import gradient_of_every_state


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
    require_fit(x_t.ndim == 2, "x_t is (n, d)", x_t=x_t)
    _require_fit(x_t, h_prev, c_prev, W, U, b)
    i, f, g, o = _gates(x_t @ W + h_prev @ U + b)
    c_t = f * c_prev + i * g
    return o * tanh(c_t), c_t


def lstm_forward(
    x: ArrayLike, kernel: ArrayLike, recurrent_kernel: ArrayLike, bias: ArrayLike, return_sequences: bool = False
) -> Array:
    """An LSTM over whole sequences, from a state of zeros.

        h_t, c_t = lstm_cell(x_t, h_{t-1}, c_{t-1}, …)        t = 1 … T, h_0 = c_0 = 0

    Args:
        x: sequences (n, T, d).
        kernel, recurrent_kernel, bias: as in `lstm_cell`.
        return_sequences: whether all hidden states come back, or the last one.

    Returns:
        (n, u), or (n, T, u).

    Raises:
        ValueError: if the shapes do not fit.

    Source: S3 4.2.

    Example:
        >>> zeros = np.zeros((1, 4))
        >>> lstm_forward([[[1.0], [2.0]]], [[0.0, 0.0, 1.0, 0.0]], zeros, np.zeros(4), True).round(3)
        array([[[0.182],
                [0.293]]])
    """
    x, W, U, b = floating(x, kernel, recurrent_kernel, bias)
    hidden, _ = _states(x, W, U, b)
    return hidden[:, 1:].copy() if return_sequences else hidden[:, -1].copy()


def lstm_cell_backward(
    dh: ArrayLike,
    dc: ArrayLike,
    x_t: ArrayLike,
    h_prev: ArrayLike,
    c_prev: ArrayLike,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike,
) -> dict[str, Array]:
    """Gradients of a loss in all arguments of `lstm_cell`.

        i, f, g, o are the gates after σ and tanh; dc* is all that reaches c_t:
        dc* = dc + dh · o · (1 - tanh²(c_t))
        dzᵢ = dc* · g · i(1-i)              dz_f = dc* · c_prev · f(1-f)
        dz_c = dc* · i · (1 - g²)           dzₒ = dh · tanh(c_t) · o(1-o)
        dx = dz kernelᵀ        dh_prev = dz recurrent_kernelᵀ        dc_prev = dc* · f
        dkernel = x_tᵀ dz      drecurrent_kernel = h_prevᵀ dz        dbias = Σₙ dz

    Args:
        dh, dc: gradients of the loss in h_t and c_t (n, u).
        x_t, h_prev, c_prev, kernel, recurrent_kernel, bias: as in `lstm_cell`.

    Returns:
        {"dx", "dh_prev", "dc_prev", "dkernel", "drecurrent_kernel", "dbias"}, each of the shape of
        what it belongs to.

    Raises:
        ValueError: if the shapes do not fit.

    Source: S3 4.2, which leaves the backward pass to Keras.

    Example:
        >>> zeros = np.zeros((1, 4))
        >>> grads = lstm_cell_backward([[0.0]], [[1.0]], [[1.0]], [[0.0]], [[2.0]], zeros, zeros, np.zeros(4))
        >>> grads["dc_prev"], grads["dbias"]
        (array([[0.5]]), array([0. , 0.5, 0.5, 0. ]))
    """
    dh, dc, x_t, h_prev, c_prev, *weights = floating(dh, dc, x_t, h_prev, c_prev, kernel, recurrent_kernel, bias)
    W, U, b = weights
    require_fit(x_t.ndim == 2, "x_t is (n, d)", x_t=x_t)
    _require_fit(x_t, h_prev, c_prev, W, U, b)
    require_same_shape(dh=dh, dc=dc, h_prev=h_prev)
    i, f, g, o = _gates(x_t @ W + h_prev @ U + b)
    shown = tanh(f * c_prev + i * g)
    dc = dc + dh * o * (1 - shown**2)
    parts = [dc * g * i * (1 - i), dc * c_prev * f * (1 - f), dc * i * (1 - g**2), dh * shown * o * (1 - o)]
    dz = np.concatenate(parts, axis=-1)
    return {
        "dx": dz @ W.T,
        "dh_prev": dz @ U.T,
        "dc_prev": dc * f,
        "dkernel": x_t.T @ dz,
        "drecurrent_kernel": h_prev.T @ dz,
        "dbias": dz.sum(axis=0),
    }


def lstm_backward(
    dh: ArrayLike, x: ArrayLike, kernel: ArrayLike, recurrent_kernel: ArrayLike, bias: ArrayLike
) -> dict[str, Array]:
    """Gradients of a loss in all arguments of `lstm_forward`: `lstm_cell_backward` from the last step to the first.

        dh of step t = dh_t + dh_prev of step t+1        dc of step t = dc_prev of step t+1
        the gradients of the weights are summed over the steps

    Args:
        dh: gradient of the loss in what the forward pass returned: (n, u), or (n, T, u) with `return_sequences`.
        x, kernel, recurrent_kernel, bias: as in `lstm_forward`.

    Returns:
        {"dx", "dkernel", "drecurrent_kernel", "dbias"}, each of the shape of what it belongs to.

    Raises:
        ValueError: if the shapes do not fit.

    Source: Hochreiter & Schmidhuber 1997; Graves & Schmidhuber 2005 for the whole gradient.

    Example:
        >>> zeros = np.zeros((1, 4))
        >>> grads = lstm_backward([[1.0]], [[[1.0], [2.0]]], [[0.0, 0.0, 1.0, 0.0]], zeros, np.zeros(4))
        >>> grads["dx"].round(4).ravel(), grads["dbias"].round(4)
        (array([0.0344, 0.0116]), array([0.1103, 0.0312, 0.046 , 0.1466]))
    """
    dh, x, W, U, b = floating(dh, x, kernel, recurrent_kernel, bias)
    hidden, cells = _states(x, W, U, b)
    dh = gradient_of_every_state(dh, hidden[:, 1:])
    grads = {name: np.zeros_like(w) for name, w in (("dkernel", W), ("drecurrent_kernel", U), ("dbias", b))}
    dx, dh_next, dc_next = np.zeros_like(x), np.zeros_like(hidden[:, 0]), np.zeros_like(hidden[:, 0])
    for t in reversed(range(x.shape[1])):
        step = lstm_cell_backward(dh[:, t] + dh_next, dc_next, x[:, t], hidden[:, t], cells[:, t], W, U, b)
        dx[:, t], dh_next, dc_next = step["dx"], step["dh_prev"], step["dc_prev"]
        for name, total in grads.items():
            total += step[name]
    return {"dx": dx, **grads}


def _gates(z: Array) -> tuple[Array, Array, Array, Array]:
    """(input gate, forget gate, candidate, output gate) of their joint pre-activation."""
    z_i, z_f, z_c, z_o = np.split(z, 4, axis=-1)
    return sigmoid(z_i), sigmoid(z_f), tanh(z_c), sigmoid(z_o)


def _states(x: Array, W: Array, U: Array, b: Array) -> tuple[Array, Array]:
    """All hidden and cell states (n, T + 1, u), the zeros before the first step included."""
    require_fit(x.ndim == 3 and U.ndim == 2, "x is (n, T, d), recurrent_kernel (u, 4u)", x=x, recurrent_kernel=U)
    n, steps, _ = x.shape
    hidden, cells = np.zeros((2, n, steps + 1, len(U)), dtype=x.dtype)
    _require_fit(x, hidden[:, 0], cells[:, 0], W, U, b)
    from_inputs = x @ W + b
    for t in range(steps):
        i, f, g, o = _gates(from_inputs[:, t] + hidden[:, t] @ U)
        cells[:, t + 1] = f * cells[:, t] + i * g
        hidden[:, t + 1] = o * tanh(cells[:, t + 1])
    return hidden, cells


def _require_fit(x: Array, h: Array, c: Array, W: Array, U: Array, b: Array) -> None:
    require_same_shape(h_prev=h, c_prev=c)
    units = U.shape[0] if U.ndim == 2 else -1
    fits = (len(x), units) == h.shape and (x.shape[-1], 4 * units) == W.shape
    fits = fits and (units, 4 * units) == U.shape and (4 * units,) == b.shape
    rule = "x is (n, …, d), h_prev (n, u), kernel (d, 4u), recurrent_kernel (u, 4u), bias (4u,)"
    require_fit(fits, rule, x=x, h_prev=h, kernel=W, recurrent_kernel=U, bias=b)
