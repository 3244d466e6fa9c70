"""Two-dimensional transposed convolution: the layer that makes images larger."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_fit
from .convolution import conv2d, conv2d_backward
from .windows import Pair, scatter_windows


def conv2d_transpose(
    x: ArrayLike, kernel: ArrayLike, bias: ArrayLike, stride: int = 1, padding: str = "valid"
) -> Array:
    """Stamp a kernel, weighted by each pixel, onto a larger image.

        y[n, i·s + p, j·s + q, o] += Σ_c x[n, i, j, c] · kernel[p, q, o, c]        for every i, j, p, q
        y += bias

    It is the linear map whose transpose is `conv2d` with the same kernel, and no inverse of it.

    Args:
        x: images (n, height, width, in).
        kernel: (kernel height, kernel width, out, in), in Keras's order.
        bias: (out,).
        stride: distance of the stamps; the factor by which the image grows.
        padding: "valid" (size·s + max(kernel - s, 0) outputs) or "same" (size·s outputs: the border
            that "same" padding of `conv2d` would have added is cut off).

    Returns:
        (n, output height, output width, out).

    Raises:
        ValueError: if shapes, stride or padding do not fit.

    Source: S3 4.3 (whose generator convolves with stride where it must upsample); Zeiler et al. 2010;
        Dumoulin & Visin 2016.

    Example:
        >>> x = np.array([1.0, 10.0]).reshape(1, 1, 2, 1)
        >>> kernel = np.array([1.0, 2.0, 3.0]).reshape(1, 3, 1, 1)
        >>> conv2d_transpose(x, kernel, [0.0], stride=2)[0, 0, :, 0]
        array([ 1.,  2., 13., 20., 30.])
    """
    x, kernel, bias = floating(x, kernel, bias)
    fits = x.ndim == kernel.ndim == 4 and x.shape[3] == kernel.shape[3] and bias.shape == (kernel.shape[2],)
    require_fit(fits, "x is (n, height, width, in), kernel (h, w, out, in), bias (out,)", x=x, kernel=kernel, bias=bias)
    (top, height), (left, width) = _extents(x, kernel, stride, padding)
    stamps = np.tensordot(x, kernel, axes=([3], [3])).transpose(0, 1, 2, 5, 3, 4)
    whole = _stamped_size(x, kernel, stride)
    canvas = (len(x), max(whole[0], top + height), max(whole[1], left + width), len(bias))
    images = scatter_windows(stamps, canvas, (stride, stride))
    return images[:, top : top + height, left : left + width] + bias


def conv2d_transpose_backward(
    dy: ArrayLike, x: ArrayLike, kernel: ArrayLike, stride: int = 1, padding: str = "valid"
) -> tuple[Array, Array, Array]:
    """Gradients of a loss in the images, kernels and bias of `conv2d_transpose`.

        dx = conv2d(dy, kernel, 0)
        dkernel = the gradient of that convolution's kernel, where x is the gradient of its result
        dbias[o] = Σ_n Σ_i Σ_j dy[n, i, j, o]

    Args:
        dy: gradient of the loss in the layer's result (n, output height, output width, out).
        x: the images of the forward pass (n, height, width, in).
        kernel: (kernel height, kernel width, out, in).
        stride, padding: as in `conv2d_transpose`.

    Returns:
        (dx, dkernel, dbias), each of the shape of what it belongs to.

    Raises:
        ValueError: if shapes, stride or padding do not fit.

    Source: Dumoulin & Visin 2016, chapter 4: forward and backward pass change places.

    Example:
        >>> kernel = np.array([1.0, 2.0]).reshape(1, 2, 1, 1)
        >>> dx, dkernel, dbias = conv2d_transpose_backward([[[[1.0], [10.0]]]], [[[[3.0]]]], kernel)
        >>> dx.ravel(), dkernel.ravel(), dbias
        (array([21.]), array([ 3., 30.]), array([11.]))
    """
    dy, x, kernel = floating(dy, x, kernel)
    fits = dy.ndim == x.ndim == kernel.ndim == 4 and x.shape[3] == kernel.shape[3]
    require_fit(fits, "x is (n, height, width, in), kernel (h, w, out, in)", dy=dy, x=x, kernel=kernel)
    (_, height), (_, width) = _extents(x, kernel, stride, padding)
    fits = dy.shape == (len(x), height, width, kernel.shape[2])
    require_fit(fits, "dy has the shape of conv2d_transpose(x, kernel, bias)", dy=dy, x=x, kernel=kernel)
    dx = conv2d(dy, kernel, np.zeros(kernel.shape[3], kernel.dtype), stride, padding)
    _, dkernel, _ = conv2d_backward(x, dy, kernel, stride, padding)
    return dx, dkernel, dy.sum(axis=(0, 1, 2))


def _stamped_size(x: Array, kernel: Array, stride: int) -> Pair:
    """Height and width that all stamps together cover."""
    height, width = (max(n - 1, 0) * stride + k for n, k in zip(x.shape[1:3], kernel.shape[:2]))
    return height, width


def _extents(x: Array, kernel: Array, stride: int, padding: str) -> tuple[Pair, Pair]:
    """(start, length) of the result on the canvas, down and to the right."""
    if padding not in ("valid", "same"):
        raise ValueError(f'padding must be "valid" or "same". Received: padding={padding!r}')
    if stride < 1:
        raise ValueError(f"stride must be at least 1. Received: stride={stride}")
    excess = [max(k - stride, 0) for k in kernel.shape[:2]]
    starts = [each // 2 if padding == "same" else 0 for each in excess]
    lengths = [n * stride + (each if padding == "valid" else 0) for n, each in zip(x.shape[1:3], excess)]
    return (starts[0], lengths[0]), (starts[1], lengths[1])
