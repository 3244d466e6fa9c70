"""The fully connected layer and the rectifier, each with its backward pass."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_fit, require_same_shape


def dense_forward(x: ArrayLike, W: ArrayLike, b: ArrayLike) -> Array:
    """The affine map of a fully connected layer.

        y = x W + b

    Args:
        x: inputs (n, d); further axes before the last are kept, as in Keras.
        W: kernel (d, m).
        b: bias (m,).

    Returns:
        (n, m).

    Raises:
        ValueError: if the shapes do not fit.

    Source: S0 3.1, which writes W x + b for one column vector x; a batch has its samples as rows.

    Example:
        >>> dense_forward([[1.0, 2.0]], [[1.0, 0.0, 3.0], [0.0, 1.0, 1.0]], [0.0, 10.0, 0.0])
        array([[ 1., 12.,  5.]])
    """
    x, W, b = floating(x, W, b)
    _require_fit(x, W, b)
    return x @ W + b


def dense_backward(dy: ArrayLike, x: ArrayLike, W: ArrayLike) -> tuple[Array, Array, Array]:
    """Gradients of a loss in the inputs and parameters of `dense_forward`.

        dx = dy Wᵀ        dW = xᵀ dy        db = Σₙ dyₙ

    Args:
        dy: gradient of the loss in the layer's result (n, m).
        x: the inputs of the forward pass (n, d).
        W: kernel (d, m).

    Returns:
        (dx, dW, db), each of the shape of what it belongs to; sums over the batch, because the mean
        is taken in the loss and is in dy already.

    Raises:
        ValueError: if the shapes do not fit.

    Source: S0 3.4, S2 3.2.

    Example:
        >>> dx, dW, db = dense_backward([[1.0], [10.0]], [[1.0, 2.0], [3.0, 4.0]], [[5.0], [7.0]])
        >>> dx.tolist(), dW.tolist(), db.tolist()
        ([[5.0, 7.0], [50.0, 70.0]], [[31.0], [42.0]], [11.0])
    """
    dy, x, W = floating(dy, x, W)
    fits = x.ndim >= 2 and W.ndim == 2 and dy.shape == (*x.shape[:-1], W.shape[1]) and x.shape[-1] == W.shape[0]
    require_fit(fits, "dy is (n, m), x (n, d), W (d, m)", dy=dy, x=x, W=W)
    before = tuple(range(x.ndim - 1))
    return dy @ W.T, np.tensordot(x, dy, axes=(before, before)), dy.sum(axis=before)


def relu_backward(dy: ArrayLike, x: ArrayLike) -> Array:
    """Gradient of a loss in the argument of a rectifier.

        dx = dy where x > 0, else 0

    Args:
        dy: gradient of the loss in relu(x), any shape.
        x: the argument of the forward pass, the same shape.

    Returns:
        An array of that shape; 0 where x is exactly 0.

    Raises:
        ValueError: if the shapes differ.

    Source: S2 3.2.

    Example:
        >>> relu_backward([5.0, 6.0, 7.0], [-1.0, 0.0, 2.0])
        array([0., 0., 7.])
    """
    dy, x = floating(dy, x)
    require_same_shape(dy=dy, x=x)
    return np.where(x > 0, dy, np.zeros_like(dy))


def _require_fit(x: Array, W: Array, b: Array) -> None:
    fits = x.ndim >= 2 and W.ndim == 2 and x.shape[-1] == W.shape[0] and b.shape == W.shape[1:]
    require_fit(fits, "x is (n, d), W (d, m), b (m,)", x=x, W=W, b=b)
