"""The gated recurrent unit, with the reset gate after the matrix product, as in Keras."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .activations import sigmoid, tanh
from .arrays import Array, floating, require_fit, require_same_shape
from .rnn import gradient_of_every_state

Gates = tuple[Array, Array, Array, Array]


def gru_cell(
    x_t: ArrayLike, h_prev: ArrayLike, kernel: ArrayLike, recurrent_kernel: ArrayLike, bias: ArrayLike
) -> Array:
    """One time step of a GRU, in Keras's layout.

        [a_z a_r a_h] = x_t kernel + bias₀        [b_z b_r b_h] = h_prev recurrent_kernel + bias₁
        z = σ(a_z + b_z)        r = σ(a_r + b_r)        ĥ = tanh(a_h + r ⊙ b_h)
        h_t = z ⊙ h_prev + (1 - z) ⊙ ĥ

    Args:
        x_t: inputs of this step (n, d).
        h_prev: hidden state (n, u).
        kernel: (d, 3u), gates in the order z, r, h.
        recurrent_kernel: (u, 3u), the same order.
        bias: (2, 3u), of the inputs and of the state, the same order.

    Returns:
        The new hidden state (n, u).

    Raises:
        ValueError: if the shapes do not fit.

    Source: S3 3.2; Cho et al. 2014, version 1 of the paper (`reset_after=True` in Keras). Other
        texts exchange z and 1 - z.

    Example:
        >>> kernel, zeros = np.array([[0.0, 0.0, 1.0]]), np.zeros((1, 3))
        >>> gru_cell([[1.0]], [[2.0]], kernel, zeros, np.zeros((2, 3))).round(3)
        array([[1.381]])
    """
    x_t, h_prev, W, U, b = floating(x_t, h_prev, kernel, recurrent_kernel, bias)
    require_fit(x_t.ndim == 2, "x_t is (n, d)", x_t=x_t)
    _require_fit(x_t, h_prev, W, U, b)
    return _step(x_t @ W + b[0], h_prev, U, b[1])


def gru_forward(
    x: ArrayLike, kernel: ArrayLike, recurrent_kernel: ArrayLike, bias: ArrayLike, return_sequences: bool = False
) -> Array:
    """A GRU over whole sequences, from a state of zeros.

        h_t = gru_cell(x_t, h_{t-1}, …)        t = 1 … T, h_0 = 0

    Args:
        x: sequences (n, T, d).
        kernel, recurrent_kernel, bias: as in `gru_cell`.
        return_sequences: whether all hidden states come back, or the last one.

    Returns:
        (n, u), or (n, T, u).

    Raises:
        ValueError: if the shapes do not fit.

    Source: S3 3.2; Cho et al. 2014.

    Example:
        >>> kernel, zeros = np.array([[0.0, 0.0, 1.0]]), np.zeros((1, 3))
        >>> gru_forward([[[1.0], [2.0]]], kernel, zeros, np.zeros((2, 3)), True).round(3)
        array([[[0.381],
                [0.672]]])
    """
    x, W, U, b = floating(x, kernel, recurrent_kernel, bias)
    hidden = _states(x, W, U, b)
    return hidden[:, 1:].copy() if return_sequences else hidden[:, -1].copy()


def gru_cell_backward(
    dh: ArrayLike,
    x_t: ArrayLike,
    h_prev: ArrayLike,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike,
) -> dict[str, Array]:
    """Gradients of a loss in all arguments of `gru_cell`.

        dz = dh · (h_prev - ĥ) · z(1-z)        dĥ = dh · (1-z) · (1 - ĥ²)        dr = dĥ · b_h · r(1-r)
        da = [dz dr dĥ]        db = [dz dr dĥ·r]
        dx = da kernelᵀ        dh_prev = dh · z + db recurrent_kernelᵀ
        dkernel = x_tᵀ da      drecurrent_kernel = h_prevᵀ db        dbias = [Σₙ da, Σₙ db]

    Args:
        dh: gradient of the loss in h_t (n, u).
        x_t, h_prev, kernel, recurrent_kernel, bias: as in `gru_cell`.

    Returns:
        {"dx", "dh_prev", "dkernel", "drecurrent_kernel", "dbias"}, each of the shape of what it belongs to.

    Raises:
        ValueError: if the shapes do not fit.

    Source: Cho et al. 2014, which leaves the backward pass out.

    Example:
        >>> kernel, zeros = np.array([[0.0, 0.0, 1.0]]), np.zeros((1, 3))
        >>> grads = gru_cell_backward([[1.0]], [[0.0]], [[2.0]], kernel, zeros, np.zeros((2, 3)))
        >>> grads["dx"], grads["dh_prev"], grads["dbias"][0]
        (array([[0.5]]), array([[0.5]]), array([0.5, 0. , 0.5]))
    """
    dh, x_t, h_prev, W, U, b = floating(dh, x_t, h_prev, kernel, recurrent_kernel, bias)
    require_fit(x_t.ndim == 2, "x_t is (n, d)", x_t=x_t)
    _require_fit(x_t, h_prev, W, U, b)
    require_same_shape(dh=dh, h_prev=h_prev)
    z, r, candidate, b_h = _gates(x_t @ W + b[0], h_prev @ U + b[1])
    dz = dh * (h_prev - candidate) * z * (1 - z)
    d_candidate = dh * (1 - z) * (1 - candidate**2)
    dr = d_candidate * b_h * r * (1 - r)
    da, db = (np.concatenate([dz, dr, last], axis=-1) for last in (d_candidate, d_candidate * r))
    return {
        "dx": da @ W.T,
        "dh_prev": dh * z + db @ U.T,
        "dkernel": x_t.T @ da,
        "drecurrent_kernel": h_prev.T @ db,
        "dbias": np.stack([da.sum(axis=0), db.sum(axis=0)]),
    }


def gru_backward(
    dh: ArrayLike, x: ArrayLike, kernel: ArrayLike, recurrent_kernel: ArrayLike, bias: ArrayLike
) -> dict[str, Array]:
    """Gradients of a loss in all arguments of `gru_forward`: `gru_cell_backward` from the last step to the first.

        dh of step t = dh_t + dh_prev of step t+1; the gradients of the weights are summed over the steps

    Args:
        dh: gradient of the loss in what the forward pass returned: (n, u), or (n, T, u) with `return_sequences`.
        x, kernel, recurrent_kernel, bias: as in `gru_forward`.

    Returns:
        {"dx", "dkernel", "drecurrent_kernel", "dbias"}, each of the shape of what it belongs to.

    Raises:
        ValueError: if the shapes do not fit.

    Source: Cho et al. 2014.

    Example:
        >>> kernel, zeros = np.array([[0.0, 0.0, 1.0]]), np.zeros((1, 3))
        >>> grads = gru_backward([[1.0]], [[[0.0], [0.0]]], kernel, zeros, np.zeros((2, 3)))
        >>> grads["dx"].ravel(), grads["dkernel"]
        (array([0.25, 0.5 ]), array([[0., 0., 0.]]))
    """
    dh, x, W, U, b = floating(dh, x, kernel, recurrent_kernel, bias)
    hidden = _states(x, W, U, b)
    dh = gradient_of_every_state(dh, hidden[:, 1:])
    grads = {name: np.zeros_like(w) for name, w in (("dkernel", W), ("drecurrent_kernel", U), ("dbias", b))}
    dx, dh_next = np.zeros_like(x), np.zeros_like(hidden[:, 0])
    for t in reversed(range(x.shape[1])):
        step = gru_cell_backward(dh[:, t] + dh_next, x[:, t], hidden[:, t], W, U, b)
        dx[:, t], dh_next = step["dx"], step["dh_prev"]
        for name, total in grads.items():
            total += step[name]
    return {"dx": dx, **grads}


def _gates(from_input: Array, from_state: Array) -> Gates:
    """(update gate, reset gate, candidate, the state's part of the candidate) of the two pre-activations."""
    a_z, a_r, a_h = np.split(from_input, 3, axis=-1)
    b_z, b_r, b_h = np.split(from_state, 3, axis=-1)
    r = sigmoid(a_r + b_r)
    return sigmoid(a_z + b_z), r, tanh(a_h + r * b_h), b_h


def _step(from_input: Array, h_prev: Array, U: Array, recurrent_bias: Array) -> Array:
    z, _, candidate, _ = _gates(from_input, h_prev @ U + recurrent_bias)
    return z * h_prev + (1 - z) * candidate


def _states(x: Array, W: Array, U: Array, b: Array) -> Array:
    """All hidden states (n, T + 1, u), the zeros before the first step included."""
    require_fit(x.ndim == 3 and U.ndim == 2, "x is (n, T, d), recurrent_kernel (u, 3u)", x=x, recurrent_kernel=U)
    n, steps, _ = x.shape
    hidden = np.zeros((n, steps + 1, len(U)), dtype=x.dtype)
    _require_fit(x, hidden[:, 0], W, U, b)
    from_inputs = x @ W + b[0]
    for t in range(steps):
        hidden[:, t + 1] = _step(from_inputs[:, t], hidden[:, t], U, b[1])
    return hidden


def _require_fit(x: Array, h: Array, W: Array, U: Array, b: Array) -> None:
    units = U.shape[0] if U.ndim == 2 else -1
    fits = (len(x), units) == h.shape and (x.shape[-1], 3 * units) == W.shape
    fits = fits and (units, 3 * units) == U.shape and (2, 3 * units) == b.shape
    rule = "x is (n, …, d), h_prev (n, u), kernel (d, 3u), recurrent_kernel (u, 3u), bias (2, 3u)"
    require_fit(fits, rule, x=x, h_prev=h, kernel=W, recurrent_kernel=U, bias=b)
