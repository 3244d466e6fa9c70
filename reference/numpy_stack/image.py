"""Images filtered, varied and resized."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .arrays import Array, floating, require_fit
from .limits import require_at_least

Image = NDArray[Any]


def box_blur(image: ArrayLike, size: int) -> Array:
    """Each pixel replaced by the mean of the square around it; the border is repeated outwards.

        y[i, j] = 1/size² · Σ_p Σ_q x[i + p - r, j + q - r]        r = (size - 1)/2, p and q from 0

    Args:
        image: (height, width).
        size: side of the square, odd.

    Returns:
        float64 (height, width).

    Raises:
        ValueError: if the image is not two-dimensional, or size is even or below 1.

    Source: S0 2 and 6.8.

    Example:
        >>> box_blur([[0.0, 0.0, 9.0]], 3)
        array([[0., 3., 6.]])
    """
    if size < 1 or size % 2 == 0:
        raise ValueError(f"size must be odd and positive. Received: size={size}")
    return np.asarray(_neighbourhoods(image, size).mean(axis=(2, 3)))


def sobel(image: ArrayLike) -> Array:
    """How steeply the brightness changes at each pixel; the border is repeated outwards.

        gx = ⎡-1 0 1⎤          gy = gxᵀ          y = √((gx ⋆ x)² + (gy ⋆ x)²)
             ⎢-2 0 2⎥
             ⎣-1 0 1⎦

    Args:
        image: (height, width).

    Returns:
        float64 (height, width), 0 or more; the weights are not scaled, so a ramp of slope 1 gives 8.

    Raises:
        ValueError: if the image is not two-dimensional.

    Source: S0 2 and 6.8.

    Example:
        >>> sobel([[0.0, 1.0, 2.0, 2.0]])
        array([[4., 8., 4., 0.]])
    """
    windows = _neighbourhoods(image, 3)
    kernel = np.outer([1.0, 2.0, 1.0], [-1.0, 0.0, 1.0])
    gx = np.einsum("ijpq,pq->ij", windows, kernel)
    gy = np.einsum("ijpq,qp->ij", windows, kernel)
    return np.asarray(np.hypot(gx, gy))


def _neighbourhoods(image: ArrayLike, size: int) -> Array:
    """(height, width, size, size): the square around each pixel, read-only."""
    pixels = np.asarray(image, dtype=np.float64)
    require_fit(pixels.ndim == 2 and pixels.size > 0, "image is (height, width), not empty", image=pixels)
    padded = np.pad(pixels, size // 2, mode="edge")
    return np.lib.stride_tricks.sliding_window_view(padded, (size, size))


def horizontal_flip(x: ArrayLike) -> Image:
    """Images mirrored, left for right.

        y[n, i, j, c] = x[n, i, width - 1 - j, c]

    Args:
        x: images (n, height, width, channels), any dtype.

    Returns:
        A new array of x's shape and dtype.

    Raises:
        ValueError: if x is not four-dimensional.

    Source: S1 6.7.

    Example:
        >>> horizontal_flip(np.arange(3).reshape(1, 1, 3, 1)).ravel()
        array([2, 1, 0])
    """
    return _images(x)[:, :, ::-1].copy()


def random_crop(x: ArrayLike, top: int, left: int, height: int, width: int) -> Image:
    """The part of the images that begins at (top, left); the caller draws that corner.

        y[n, i, j, c] = x[n, top + i, left + j, c]

    Args:
        x: images (n, rows, columns, channels), any dtype.
        top, left: first row and column, from 0.
        height, width: size of the part.

    Returns:
        A new array (n, height, width, channels) of x's dtype.

    Raises:
        ValueError: if x is not four-dimensional or the part is not within the images.

    Source: S1 6.7.

    Example:
        >>> random_crop(np.arange(12).reshape(1, 3, 4, 1), top=1, left=2, height=2, width=1).ravel()
        array([ 6, 10])
    """
    x = _images(x)
    require_at_least(0, top=top, left=left)
    require_at_least(1, height=height, width=width)
    if top + height > x.shape[1] or left + width > x.shape[2]:
        received = f"x {x.shape}, top={top}, left={left}, height={height}, width={width}"
        raise ValueError(f"the part must lie within the images. Received: {received}")
    return x[:, top : top + height, left : left + width].copy()


def pad_reflect(x: ArrayLike, pad: int) -> Image:
    """Images continued beyond their border by mirroring; the border itself is not repeated.

        y[n, i, j, c] = x[n, |i - pad|, |j - pad|, c]        and so on at the other end

    Args:
        x: images (n, height, width, channels), any dtype.
        pad: pixels added on each side, less than height and width.

    Returns:
        A new array (n, height + 2·pad, width + 2·pad, channels) of x's dtype.

    Raises:
        ValueError: if x is not four-dimensional or pad is negative or too large.

    Source: S1 6.7.

    Example:
        >>> pad_reflect(np.arange(4).reshape(1, 2, 2, 1), 1)[0, :, :, 0]
        array([[3, 2, 3, 2],
               [1, 0, 1, 0],
               [3, 2, 3, 2],
               [1, 0, 1, 0]])
    """
    x = _images(x)
    if not 0 <= pad < min(x.shape[1:3]):
        raise ValueError(f"pad must be from 0 to less than height and width. Received: pad={pad}, x {x.shape}")
    return np.pad(x, [(0, 0), (pad, pad), (pad, pad), (0, 0)], mode="reflect")


def _images(x: ArrayLike) -> Image:
    images = np.asarray(x)
    require_fit(images.ndim == 4, "x is (n, height, width, channels)", x=images)
    return images


def resize_bilinear(image: ArrayLike, height: int, width: int) -> Array:
    """An image of another size, each pixel a weighted mean of the four nearest ones.

        source = (target + ½) · old/new - ½, kept within 0 … old - 1        along each axis

    Pixels are little squares and their centres are matched, so the corners of the old image lie
    outside the centres of the new one. Shrinking skips pixels: there is no antialiasing.

    Args:
        image: (h, w) or (h, w, channels).
        height, width: the new size, 1 or more.

    Returns:
        (height, width) or (height, width, channels).

    Raises:
        ValueError: if the image has another rank or is empty, or the size is below 1.

    Source: S0 6.8.

    Example:
        >>> resize_bilinear([[0.0, 4.0]], 1, 4)
        array([[0., 1., 3., 4.]])
    """
    (pixels,) = floating(image)
    fits = pixels.ndim in (2, 3) and 0 not in pixels.shape[:2]
    require_fit(fits, "image is (h, w) or (h, w, channels), not empty", image=pixels)
    require_at_least(1, height=height, width=width)
    rows_first = np.moveaxis(_interpolated(pixels, height), 1, 0)
    return np.ascontiguousarray(np.moveaxis(_interpolated(rows_first, width), 0, 1))


def _interpolated(x: Array, length: int) -> Array:
    """The first axis sampled at `length` places, between the two nearest of its values."""
    places = np.clip((np.arange(length) + 0.5) * len(x) / length - 0.5, 0, len(x) - 1)
    below = np.floor(places).astype(int)
    above = np.minimum(below + 1, len(x) - 1)
    weight = (places - below).astype(x.dtype).reshape(-1, *[1] * (x.ndim - 1))
    return np.asarray((1 - weight) * x[below] + weight * x[above])
