"""The windows that a convolution or a pooling layer looks through."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray


def image_windows(x: NDArray[Any], size: tuple[int, int], stride: tuple[int, int]) -> NDArray[Any]:
    """All windows of a batch of images, as a view without a copy.

        windows[n, i, j, c, p, q] = x[n, i·sₕ + p, j·s_w + q, c]

    Args:
        x: images (n, height, width, channels).
        size: height and width of a window.
        stride: steps down and to the right.

    Returns:
        A read-only view (n, rows, columns, channels, size[0], size[1]); windows that would leave
        the image are dropped.

    Raises:
        ValueError: if x has not four axes, a stride is below 1, or the window is larger than x.

    Source: S3 3.1.

    Example:
        >>> x = np.arange(6).reshape(1, 2, 3, 1)
        >>> image_windows(x, (2, 2), (1, 1))[0, 0, 1, 0]
        array([[1, 2],
               [4, 5]])
    """
    if x.ndim != 4:
        raise ValueError(f"images are (n, height, width, channels). Received: shape {x.shape}")
    if min(stride) < 1:
        raise ValueError(f"stride must be at least 1. Received: stride={stride}")
    views = sliding_window_view(x, size, axis=(1, 2))
    return np.asarray(views[:, :: stride[0], :: stride[1]])
