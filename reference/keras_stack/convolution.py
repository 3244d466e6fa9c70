"""Two-dimensional convolution, through `keras.ops.conv`, with gradients by the tape."""

from __future__ import annotations

from typing import Any

from keras import layers, ops

from .tensors import Tensor, dtype_of, floating, pullback


def conv2d(x: Any, kernel: Any, bias: Any, stride: int = 1, padding: str = "valid", dilation: int = 1) -> Tensor:
    """Cross-correlate images (n, h, w, in) with kernels (kh, kw, in, out) and add the bias (out,)."""
    x, kernel, bias = floating(x, kernel, bias)
    options = {"strides": stride, "padding": padding, "dilation_rate": dilation}
    return ops.conv(x, kernel, data_format="channels_last", **options) + bias


def conv2d_backward(
    dy: Any, x: Any, kernel: Any, stride: int = 1, padding: str = "valid", dilation: int = 1
) -> tuple[Tensor, Tensor, Tensor]:
    """(dx, dkernel, dbias) of `conv2d` for the gradient dy of its result."""
    dy, x, kernel = floating(dy, x, kernel)
    bias = ops.zeros(kernel.shape[3], dtype_of(kernel))
    dx, dkernel, dbias = pullback(lambda x, k, b: conv2d(x, k, b, stride, padding, dilation), dy, x, kernel, bias)
    return dx, dkernel, dbias


def convolve2d(image: Any, kernel: Any) -> Tensor:
    """The full convolution with the flipped kernel: a transposed convolution does not flip its own."""
    image, kernel = floating(image, kernel)
    whole = ops.conv_transpose(
        image[None, :, :, None], kernel[:, :, None, None], strides=1, padding="valid", data_format="channels_last"
    )
    return whole[0, :, :, 0]


def conv_output_size(size: int, kernel: int, stride: int = 1, padding: str | int = "valid", dilation: int = 1) -> int:
    """The number of outputs along one axis, as `keras.layers.Conv1D` says it."""
    zeros = 0 if isinstance(padding, str) else padding
    mode = padding if isinstance(padding, str) else "valid"
    layer = layers.Conv1D(1, kernel, strides=stride, padding=mode, dilation_rate=dilation)
    return int(layer.compute_output_shape((1, size + 2 * zeros, 1))[1])
