"""Pooling: one number for each window of each channel."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .windows import image_windows

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
    window = _pair(size)
    steps = window if stride is None else _pair(stride)
    return np.asarray(image_windows(np.asarray(x), window, steps).max(axis=(4, 5)))


def _pair(size: Size) -> tuple[int, int]:
    return (size, size) if isinstance(size, (int, np.integer)) else (size[0], size[1])
