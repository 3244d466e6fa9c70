"""The windows that a convolution or a pooling layer looks through."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from .arrays import Array

Pair = tuple[int, int]


def image_windows(x: NDArray[Any], size: Pair, stride: Pair, dilation: Pair = (1, 1)) -> NDArray[Any]:
    """All windows of a batch of images, as a view without a copy.

        windows[n, i, j, c, p, q] = x[n, i·sₕ + p·dₕ, j·s_w + q·d_w, c]

    Args:
        x: images (n, height, width, channels).
        size: height and width of a window.
        stride: steps down and to the right from one window to the next.
        dilation: the same from one pixel of a window to the next.

    Returns:
        A read-only view (n, rows, columns, channels, size[0], size[1]); windows that would leave
        the image are dropped.

    Raises:
        ValueError: if x has not four axes, a stride or dilation is below 1, or a window is larger than x.

    Source: S3 3.1.

    Example:
        >>> x = np.arange(6).reshape(1, 2, 3, 1)
        >>> image_windows(x, (2, 2), (1, 1))[0, 0, 1, 0]
        array([[1, 2],
               [4, 5]])
    """
    if x.ndim != 4:
        raise ValueError(f"images are (n, height, width, channels). Received: shape {x.shape}")
    for name, steps in (("stride", stride), ("dilation", dilation)):
        if min(steps) < 1:
            raise ValueError(f"{name} must be at least 1. Received: {name}={steps}")
    span = tuple((k - 1) * d + 1 for k, d in zip(size, dilation))
    if min(size) < 1 or any(k > n for k, n in zip(span, x.shape[1:3])):
        raise ValueError(f"a window must fit into the image {x.shape[1:3]}. Received: window {span}")
    views = sliding_window_view(x, span, axis=(1, 2))
    return np.asarray(views[:, :: stride[0], :: stride[1], :, :: dilation[0], :: dilation[1]])


def scatter_windows(windows: Array, shape: tuple[int, ...], stride: Pair, dilation: Pair = (1, 1)) -> Array:
    """Images in which each pixel is the sum of all window entries that look at it.

        x[n, i·sₕ + p·dₕ, j·s_w + q·d_w, c] += windows[n, i, j, c, p, q]

    This is the transpose of the linear map `image_windows`, and so its backward pass.

    Args:
        windows: (n, rows, columns, channels, height, width), as `image_windows` returns them.
        shape: that of the images (n, height, width, channels); pixels outside all windows are 0.
        stride, dilation: as in `image_windows`.

    Returns:
        An array of that shape.

    Source: S3 3.1; im2col and col2im of Jia 2014 (Caffe).

    Example:
        >>> windows = image_windows(np.ones((1, 1, 4, 1)), (1, 2), (1, 1))
        >>> scatter_windows(windows, (1, 1, 4, 1), (1, 1)).ravel()
        array([1., 2., 2., 1.])
    """
    _, rows, columns, _, height, width = windows.shape
    images = np.zeros(shape, dtype=windows.dtype)
    for place in np.ndindex(height, width):
        images[pixels_under(place, (rows, columns), stride, dilation)] += windows[..., *place]
    return images


def pixels_under(place: Pair, grid: Pair, stride: Pair, dilation: Pair = (1, 1)) -> tuple[slice, slice, slice]:
    """The pixels that one place of the window lies on as it moves, one for each window: never the same twice.

        x[pixels_under((p, q), …)] = windows[..., p, q] = x[n, i·sₕ + p·dₕ, j·s_w + q·d_w, c] for all n, i, j, c

    Args:
        place: row and column within the window.
        grid: how many windows there are, (rows, columns).
        stride, dilation: as in `image_windows`.

    Returns:
        An index of images (n, height, width, channels), which other than a window can be written to.

    Source: S3 3.1.

    Example:
        >>> x = np.arange(6).reshape(1, 2, 3, 1)
        >>> x[pixels_under((1, 0), (1, 2), (1, 1))].ravel()
        array([3, 4])
    """
    top, left = place[0] * dilation[0], place[1] * dilation[1]
    down = slice(top, top + grid[0] * stride[0], stride[0])
    return slice(None), down, slice(left, left + grid[1] * stride[1], stride[1])
