"""Two-dimensional convolution as CNN layers compute it: a cross-correlation."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_fit
from .windows import Pair, image_windows, pixels_under


def conv2d(
    x: ArrayLike, kernel: ArrayLike, bias: ArrayLike, stride: int = 1, padding: str = "valid", dilation: int = 1
) -> Array:
    """Cross-correlate images with a bank of kernels.

        y[n, i, j, o] = bias[o] + Σ_p Σ_q Σ_c x[n, i·s + p·d, j·s + q·d, c] · kernel[p, q, c, o]

    Args:
        x: images (n, height, width, in).
        kernel: (kernel height, kernel width, in, out).
        bias: (out,).
        stride: step in both directions.
        padding: "valid" (none; ⌊(size - kernel) / s⌋ + 1 outputs) or "same" (zeros so that there
            are ⌈size / s⌉ outputs, the odd extra zero at the bottom and right, as in TensorFlow).
        dilation: step from one pixel under the kernel to the next; it spans (kernel - 1)·d + 1 pixels.

    Returns:
        (n, output height, output width, out).

    Raises:
        ValueError: if shapes, stride, padding or dilation do not fit.

    Source: S3 3.1.1; the formula of S3 3.1.4 flips the kernel, CNN layers do not.

    Example:
        >>> x = np.arange(9.0).reshape(1, 3, 3, 1)
        >>> kernel = np.array([[1.0, 0.0], [0.0, -1.0]]).reshape(2, 2, 1, 1)
        >>> conv2d(x, kernel, [10.0])[0, :, :, 0]
        array([[6., 6.],
               [6., 6.]])
    """
    x, kernel, bias = floating(x, kernel, bias)
    fits = x.ndim == kernel.ndim == 4 and x.shape[3] == kernel.shape[2] and bias.shape == kernel.shape[3:]
    require_fit(fits, "x is (n, height, width, in), kernel (h, w, in, out), bias (out,)", x=x, kernel=kernel, bias=bias)
    windows = _windows(x, kernel, stride, padding, dilation)
    return np.tensordot(windows, kernel, axes=([4, 5, 3], [0, 1, 2])) + bias


def conv2d_backward(
    dy: ArrayLike, x: ArrayLike, kernel: ArrayLike, stride: int = 1, padding: str = "valid", dilation: int = 1
) -> tuple[Array, Array, Array]:
    """Gradients of a loss in the images, kernels and bias of `conv2d`.

        dkernel[p, q, c, o] = Σ_n Σ_i Σ_j x[n, i·s + p·d, j·s + q·d, c] · dy[n, i, j, o]
        dx[n, i·s + p·d, j·s + q·d, c] += Σ_o kernel[p, q, c, o] · dy[n, i, j, o]        for every i, j, p, q
        dbias[o] = Σ_n Σ_i Σ_j dy[n, i, j, o]

    Args:
        dy: gradient of the loss in the layer's result (n, output height, output width, out).
        x: the images of the forward pass (n, height, width, in).
        kernel: (kernel height, kernel width, in, out).
        stride, padding, dilation: as in `conv2d`.

    Returns:
        (dx, dkernel, dbias), each of the shape of what it belongs to.

    Raises:
        ValueError: if shapes, stride, padding or dilation do not fit.

    Source: S3 3.1, which names the backward pass and does not derive it; Dumoulin & Visin 2016.

    Example:
        >>> x = np.arange(4.0).reshape(1, 2, 2, 1)
        >>> kernel = np.array([1.0, 2.0]).reshape(1, 2, 1, 1)
        >>> dx, dkernel, dbias = conv2d_backward(np.ones((1, 2, 1, 1)), x, kernel)
        >>> dx.ravel(), dkernel.ravel(), dbias
        (array([1., 2., 1., 2.]), array([2., 4.]), array([2.]))
    """
    dy, x, kernel = floating(dy, x, kernel)
    fits = x.ndim == kernel.ndim == 4 and x.shape[3] == kernel.shape[2]
    require_fit(fits, "x is (n, height, width, in), kernel (h, w, in, out)", x=x, kernel=kernel)
    windows = _windows(x, kernel, stride, padding, dilation)
    fits = dy.shape == (*windows.shape[:3], kernel.shape[3])
    require_fit(fits, "dy has the shape of conv2d(x, kernel, bias)", dy=dy, x=x, kernel=kernel)
    (top, bottom), (left, right) = _margins(x, kernel, stride, padding, dilation)
    n, height, width, channels = x.shape
    dpadded = np.zeros((n, top + height + bottom, left + width + right, channels), x.dtype)
    dkernel = np.empty_like(kernel)
    pixels = math.prod(dy.shape[:3])
    slopes = dy.reshape(pixels, kernel.shape[3])
    for p, q in np.ndindex(kernel.shape[0], kernel.shape[1]):
        seen = windows[..., p, q]
        dkernel[p, q] = seen.reshape(pixels, channels).T @ slopes
        under = pixels_under((p, q), windows.shape[1:3], (stride, stride), (dilation, dilation))
        dpadded[under] += (slopes @ kernel[p, q].T).reshape(seen.shape)
    return dpadded[:, top : top + height, left : left + width], dkernel, dy.sum(axis=(0, 1, 2))


def convolve2d(image: ArrayLike, kernel: ArrayLike) -> Array:
    """The convolution of mathematics, of full size: the kernel is flipped in both directions.

        y[i, j] = Σ_m Σ_n kernel[m, n] · image[i - m, j - n]        (image is 0 outside)

    Args:
        image: (height, width).
        kernel: (kernel height, kernel width).

    Returns:
        (height + kernel height - 1, width + kernel width - 1).

    Raises:
        ValueError: if either has not two axes or is empty.

    Source: S3 3.1.4; what S3 calls convolution there, and CNN layers do not compute (see `conv2d`).

    Example:
        >>> convolve2d([[1.0, 2.0]], [[3.0, 4.0, 5.0]])
        array([[ 3., 10., 13., 10.]])
    """
    image, kernel = floating(image, kernel)
    fits = image.ndim == kernel.ndim == 2 and image.size > 0 and kernel.size > 0
    require_fit(fits, "image and kernel have two axes and at least one element", image=image, kernel=kernel)
    rows, columns = (size - 1 for size in kernel.shape)
    padded = np.pad(image, [(rows, rows), (columns, columns)])
    flipped = kernel[::-1, ::-1]
    return conv2d(padded[None, :, :, None], flipped[:, :, None, None], np.zeros(1, kernel.dtype))[0, :, :, 0]


def conv_output_size(size: int, kernel: int, stride: int = 1, padding: str | int = "valid", dilation: int = 1) -> int:
    """How many outputs a convolution has along one axis.

        ⌊(size + 2·padding - ((kernel - 1)·dilation + 1)) / stride⌋ + 1;  ⌈size / stride⌉ for "same"

    Args:
        size: length of the axis.
        kernel: length of the kernel along it.
        stride: step of the kernel.
        padding: "valid" (0), "same", or the number of zeros on each side.
        dilation: step from one pixel under the kernel to the next.

    Returns:
        The number of outputs, at least 1.

    Raises:
        ValueError: if a length or step is below 1, the padding is unknown or negative, or the
            kernel does not fit into the padded axis.

    Source: S3 3.1; Dumoulin & Visin 2016.

    Example:
        >>> conv_output_size(28, 3), conv_output_size(28, 3, 2, "same"), conv_output_size(7, 3, 2, 1)
        (26, 14, 4)
    """
    for name, value in (("size", size), ("kernel", kernel), ("stride", stride), ("dilation", dilation)):
        if value < 1:
            raise ValueError(f"{name} must be at least 1. Received: {name}={value}")
    if padding == "same":
        return -(-size // stride)
    zeros = _zeros_on_each_side(padding)
    span = (kernel - 1) * dilation + 1
    if span > size + 2 * zeros:
        raise ValueError(f"the kernel must fit into the padded axis {size + 2 * zeros}. Received: span {span}")
    return (size + 2 * zeros - span) // stride + 1


def _zeros_on_each_side(padding: str | int) -> int:
    zeros = 0 if padding == "valid" else padding
    if isinstance(zeros, str) or zeros < 0:
        raise ValueError(f'padding must be "valid", "same" or at least 0. Received: padding={padding!r}')
    return zeros


def _windows(x: Array, kernel: Array, stride: int, padding: str, dilation: int) -> Array:
    """What the kernel looks at: (n, rows, columns, in, kernel height, kernel width)."""
    rows, columns = _margins(x, kernel, stride, padding, dilation)
    padded = np.pad(x, [(0, 0), rows, columns, (0, 0)]) if padding == "same" else x
    size = (kernel.shape[0], kernel.shape[1])
    return image_windows(padded, size, (stride, stride), (dilation, dilation))


def _margins(x: Array, kernel: Array, stride: int, padding: str, dilation: int) -> tuple[Pair, Pair]:
    """Zeros (above, below) and (left, right) of the images that `padding` asks for."""
    if padding not in ("valid", "same"):
        raise ValueError(f'padding must be "valid" or "same". Received: padding={padding!r}')
    if padding == "valid" or stride < 1:  # a stride below 1 is refused with the windows
        return (0, 0), (0, 0)
    spans = [(k - 1) * dilation + 1 for k in kernel.shape[:2]]
    rows, columns = (_same_padding(n, span, stride) for n, span in zip(x.shape[1:3], spans))
    return rows, columns


def _same_padding(n: int, span: int, stride: int) -> Pair:
    """Zeros before and after an axis of length n, so that it gives ⌈n / stride⌉ outputs."""
    outputs = -(-n // stride)
    total = max((outputs - 1) * stride + span - n, 0)
    return total // 2, total - total // 2
