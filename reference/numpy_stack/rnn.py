"""The simple recurrent network: one dense layer that also sees its own last result."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .activations import tanh
from .arrays import Array, floating, require_fit
from .dense import dense_forward


def rnn_step(x_t: ArrayLike, h_prev: ArrayLike, W: ArrayLike, U: ArrayLike, b: ArrayLike) -> Array:
    """One time step of a simple recurrent network.

        h_t = tanh(x_t W + h_prev U + b)

    Args:
        x_t: inputs of this step (n, d).
        h_prev: hidden state (n, u).
        W: kernel (d, u).
        U: recurrent kernel (u, u).
        b: bias (u,).

    Returns:
        The new hidden state (n, u).

    Raises:
        ValueError: if the shapes do not fit.

    Source: S3 3.2.4, for rows instead of columns; Elman 1990.

    Example:
        >>> rnn_step([[1.0]], [[0.5]], [[2.0]], [[-4.0]], [1.0])
        array([[0.76159416]])
    """
    x_t, h_prev, W, U, b = floating(x_t, h_prev, W, U, b)
    require_fit(x_t.ndim == 2, "x_t is (n, d)", x_t=x_t)
    _require_fit(x_t, h_prev, W, U, b)
    return tanh(x_t @ W + h_prev @ U + b)


def rnn_output(h_t: ArrayLike, V: ArrayLike, c: ArrayLike) -> Array:
    """What a recurrent network says at one time step.

        y_t = h_t V + c

    Args:
        h_t: hidden state (n, u).
        V: output kernel (u, k).
        c: output bias (k,).

    Returns:
        (n, k).

    Raises:
        ValueError: if the shapes do not fit.

    Source: S3 3.2.4.

    Example:
        >>> rnn_output([[1.0, 2.0]], [[3.0], [4.0]], [0.5])
        array([[11.5]])
    """
    h_t, V, c = floating(h_t, V, c)
    fits = h_t.ndim >= 2 and V.ndim == 2 and h_t.shape[-1] == V.shape[0] and c.shape == V.shape[1:]
    require_fit(fits, "h_t is (n, u), V (u, k), c (k,)", h_t=h_t, V=V, c=c)
    return dense_forward(h_t, V, c)


def rnn_forward(x: ArrayLike, h0: ArrayLike, W: ArrayLike, U: ArrayLike, b: ArrayLike) -> Array:
    """A simple recurrent network over whole sequences.

        h_t = tanh(x_t W + h_{t-1} U + b)        t = 1 … T, the same W, U and b at every step

    Args:
        x: sequences (n, T, d).
        h0: hidden state before the first step (n, u).
        W, U, b: as in `rnn_step`.

    Returns:
        All hidden states (n, T, u); the one before the first step is not among them.

    Raises:
        ValueError: if the shapes do not fit.

    Source: S3 3.2.

    Example:
        >>> rnn_forward([[[1.0], [0.0]]], [[0.0]], [[1.0]], [[2.0]], [0.0]).ravel().round(3)
        array([0.762, 0.909])
    """
    x, h, W, U, b = floating(x, h0, W, U, b)
    require_fit(x.ndim == 3, "x is (n, T, d)", x=x)
    _require_fit(x, h, W, U, b)
    n, steps, _ = x.shape
    states = np.empty((n, steps, len(b)), dtype=x.dtype)
    for t in range(steps):
        states[:, t] = h = tanh(x[:, t] @ W + h @ U + b)
    return states


def rnn_backward(
    dh: ArrayLike, x: ArrayLike, h0: ArrayLike, W: ArrayLike, U: ArrayLike, b: ArrayLike
) -> dict[str, Array]:
    """Gradients of a loss in all arguments of `rnn_forward`: backpropagation through time.

        da_t = (dh_t + da_{t+1} Uᵀ) · (1 - h_t²)        t = T … 1
        dx_t = da_t Wᵀ        dh0 = da_1 Uᵀ
        dW = Σ_t x_tᵀ da_t        dU = Σ_t h_{t-1}ᵀ da_t        db = Σ_t Σ_n da_t

    Args:
        dh: gradient of the loss in each hidden state (n, T, u), as far as it does not come from a later one.
        x, h0, W, U, b: as in `rnn_forward`.

    Returns:
        {"dx", "dh0", "dW", "dU", "db"}, each of the shape of what it belongs to.

    Raises:
        ValueError: if the shapes do not fit.

    Source: S3 3.2, which leaves the backward pass out; Werbos 1990.

    Example:
        >>> grads = rnn_backward([[[0.0], [1.0]]], [[[0.0], [0.0]]], [[1.0]], [[1.0]], [[3.0]], [0.0])
        >>> grads["dx"].ravel().round(5), grads["dh0"].round(5)
        (array([0.0003 , 0.01016]), array([[0.0009]]))
    """
    dh, x, h0, W, U, b = floating(dh, x, h0, W, U, b)
    h = rnn_forward(x, h0, W, U, b)
    require_fit(dh.shape == h.shape, "dh is (n, T, u)", dh=dh, x=x, h0=h0)
    da, later = np.empty_like(h), np.zeros_like(h0)
    for t in reversed(range(x.shape[1])):
        da[:, t] = (dh[:, t] + later) * (1 - h[:, t] ** 2)
        later = da[:, t] @ U.T
    h_before = np.concatenate([h0[:, None], h], axis=1)[:, :-1]
    over_steps = ([0, 1], [0, 1])
    dW, dU = np.tensordot(x, da, over_steps), np.tensordot(h_before, da, over_steps)
    return {"dx": da @ W.T, "dh0": later, "dW": dW, "dU": dU, "db": da.sum(axis=(0, 1))}


def gradient_of_every_state(dh: Array, hidden: Array) -> Array:
    """The gradient in every hidden state, of one that may be there for the last state only.

    Args:
        dh: gradient of a loss in the last hidden state (n, u), or in all of them (n, T, u).
        hidden: all hidden states (n, T, u).

    Returns:
        (n, T, u).

    Raises:
        ValueError: if the shapes do not fit.

    Source: S3 3.2; what `return_sequences` decides in Keras.

    Example:
        >>> gradient_of_every_state(np.array([[5.0]]), np.ones((1, 3, 1))).ravel()
        array([0., 0., 5.])
    """
    n, steps, units = hidden.shape
    require_fit(dh.shape in (hidden.shape, (n, units)), "dh is (n, u) or (n, T, u)", dh=dh, hidden=hidden)
    if dh.ndim == 3:
        return dh
    every = np.zeros_like(hidden)
    every[:, steps - 1 :] = dh[:, None]  # no step at all: the last state is the first one, a constant
    return every


def _require_fit(x: Array, h: Array, W: Array, U: Array, b: Array) -> None:
    units = b.shape[-1] if b.ndim == 1 else -1
    fits = (len(x), units) == h.shape and (x.shape[-1], units) == W.shape and (units, units) == U.shape
    require_fit(fits, "x is (n, …, d), h (n, u), W (d, u), U (u, u), b (u,)", x=x, h=h, W=W, U=U, b=b)
