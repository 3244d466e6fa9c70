"""Pooling: one number for each window of each channel."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .arrays import Array, floating, require_fit
from .windows import Pair, image_windows, pixels_under, scatter_windows

Size = int | tuple[int, int]


def max_pool(x: ArrayLike, size: Size = 2, stride: Size | None = None) -> NDArray[Any]:
    """The largest value of each window, channel by channel.

        y[n, i, j, c] = max over p, q of x[n, i·s + p, j·s + q, c]

    Args:
        x: images (n, height, width, channels), of any real dtype, which is kept.
        size: side of the window, or (height, width).
        stride: the same for the steps; None means `size`.

    Returns:
        (n, ⌊(height - size) / s⌋ + 1, ⌊(width - size) / s⌋ + 1, channels).

    Raises:
        ValueError: if x has not four axes, a stride is below 1, or the window is larger than x.

    Source: S3 3.1.2.

    Example:
        >>> max_pool(np.arange(16).reshape(1, 4, 4, 1))[0, :, :, 0]
        array([[ 5,  7],
               [13, 15]])
    """
    windows = _windows(np.asarray(x), size, stride)
    largest = windows[..., 0, 0].copy()
    for p, q in np.ndindex(*_pair(size)):  # all windows at once: a maximum of each takes five times as long
        np.maximum(largest, windows[..., p, q], out=largest)
    return largest


def avg_pool(x: ArrayLike, size: Size = 2, stride: Size | None = None) -> Array:
    """The mean of each window, channel by channel.

        y[n, i, j, c] = 1/(hw) · Σ_p Σ_q x[n, i·s + p, j·s + q, c]        (windows are h×w)

    Args:
        x: images (n, height, width, channels).
        size: side of the window, or (height, width).
        stride: the same for the steps; None means `size`.

    Returns:
        (n, ⌊(height - size) / s⌋ + 1, ⌊(width - size) / s⌋ + 1, channels).

    Raises:
        ValueError: if x has not four axes, a stride is below 1, or the window is larger than x.

    Source: S3 3.1.2.

    Example:
        >>> avg_pool(np.arange(16).reshape(1, 4, 4, 1))[0, :, :, 0]
        array([[ 2.5,  4.5],
               [10.5, 12.5]])
    """
    (x,) = floating(x)
    windows = _windows(x, size, stride)
    total = np.zeros(windows.shape[:4], np.promote_types(x.dtype, np.float32))  # half precision overflows in sums
    for p, q in np.ndindex(*_pair(size)):
        total += windows[..., p, q]
    return (total / math.prod(_pair(size))).astype(x.dtype)


def max_pool_backward(dy: ArrayLike, x: ArrayLike, size: Size = 2, stride: Size | None = None) -> Array:
    """Gradient of a loss in the images of `max_pool`: each window's goes to its maximum.

        dx[n, i·s + p, j·s + q, c] += dy[n, i, j, c]        (p, q) = argmax of window (i, j)

    Args:
        dy: gradient of the loss in the layer's result (n, rows, columns, channels).
        x: the images of the forward pass (n, height, width, channels).
        size, stride: as in `max_pool`.

    Returns:
        An array of x's shape. Among equal maxima the first one, row by row, gets it all; where
        windows overlap, their gradients add up.

    Raises:
        ValueError: if the shapes do not fit, a stride is below 1, or the window is larger than x.

    Source: S3 3.1.2, which names the layer and leaves its gradient out.

    Example:
        >>> x = np.array([[3.0, 1.0], [3.0, 2.0]]).reshape(1, 2, 2, 1)
        >>> max_pool_backward([[[[5.0]]]], x)[0, :, :, 0]
        array([[5., 0.],
               [0., 0.]])
    """
    dy, x = floating(dy, x)
    windows = _windows(x, size, stride)
    _require_gradient_of(windows, dy)
    largest, dx = max_pool(x, size, stride), np.zeros_like(x)
    waiting = np.ones(dy.shape, bool)  # for the window's first maximum
    for p, q in np.ndindex(*_pair(size)):
        won = waiting & ~(windows[..., p, q] < largest)  # not ==, which would lose the gradient of a NaN
        dx[pixels_under((p, q), dy.shape[1:3], _steps(size, stride))] += np.where(won, dy, 0)
        waiting ^= won
    return dx


def avg_pool_backward(dy: ArrayLike, x: ArrayLike, size: Size = 2, stride: Size | None = None) -> Array:
    """Gradient of a loss in the images of `avg_pool`: each window's is shared out equally.

        dx[n, i·s + p, j·s + q, c] += dy[n, i, j, c] / (hw)        for every p, q of the h×w window

    Args:
        dy: gradient of the loss in the layer's result (n, rows, columns, channels).
        x: the images of the forward pass (n, height, width, channels); only their shape matters.
        size, stride: as in `avg_pool`.

    Returns:
        An array of x's shape; where windows overlap, their gradients add up.

    Raises:
        ValueError: if the shapes do not fit, a stride is below 1, or the window is larger than x.

    Source: S3 3.1.2.

    Example:
        >>> avg_pool_backward([[[[8.0]]]], np.ones((1, 2, 3, 1)))[0, :, :, 0]
        array([[2., 2., 0.],
               [2., 2., 0.]])
    """
    dy, x = floating(dy, x)
    windows = _windows(x, size, stride)
    _require_gradient_of(windows, dy)
    shares = np.broadcast_to(dy[..., None, None] / math.prod(_pair(size)), windows.shape)
    return scatter_windows(shares, x.shape, _steps(size, stride))


def _windows(x: NDArray[Any], size: Size, stride: Size | None) -> NDArray[Any]:
    return image_windows(x, _pair(size), _steps(size, stride))


def _require_gradient_of(windows: Array, dy: Array) -> None:
    rule = f"dy has the shape of the pooled images {windows.shape[:4]}"
    require_fit(dy.shape == windows.shape[:4], rule, dy=dy)


def _steps(size: Size, stride: Size | None) -> Pair:
    return _pair(size if stride is None else stride)


def _pair(size: Size) -> Pair:
    return (size, size) if isinstance(size, (int, np.integer)) else (size[0], size[1])
