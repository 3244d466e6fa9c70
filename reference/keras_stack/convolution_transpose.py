"""Two-dimensional transposed convolution, through `keras.layers.Conv2DTranspose`, with gradients by the tape."""

from __future__ import annotations

from typing import Any

from keras import layers, ops

from .tensors import Tensor, call_layer, dtype_of, floating, pullback


def conv2d_transpose(x: Any, kernel: Any, bias: Any, stride: int = 1, padding: str = "valid") -> Tensor:
    """Images (n, h, w, in) made larger by kernels (kh, kw, out, in) and a bias (out,)."""
    x, kernel, bias = floating(x, kernel, bias)
    height, width, out, _ = kernel.shape
    layer = layers.Conv2DTranspose(out, (height, width), strides=stride, padding=padding, dtype=dtype_of(x))
    return call_layer(layer, [kernel, bias], x)


def conv2d_transpose_backward(
    dy: Any, x: Any, kernel: Any, stride: int = 1, padding: str = "valid"
) -> tuple[Tensor, Tensor, Tensor]:
    """(dx, dkernel, dbias) of `conv2d_transpose` for the gradient dy of its result."""
    dy, x, kernel = floating(dy, x, kernel)
    bias = ops.zeros(kernel.shape[2], dtype_of(kernel))
    dx, dkernel, dbias = pullback(lambda x, k, b: conv2d_transpose(x, k, b, stride, padding), dy, x, kernel, bias)
    return dx, dkernel, dbias
