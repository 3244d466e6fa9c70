"""Two-dimensional convolution, through `keras.ops.conv`."""

from __future__ import annotations

from typing import Any

from keras import ops

from .tensors import Tensor, floating


def conv2d(x: Any, kernel: Any, bias: Any, stride: int = 1, padding: str = "valid") -> Tensor:
    """Cross-correlate images (n, h, w, in) with kernels (kh, kw, in, out) and add the bias (out,)."""
    x, kernel, bias = floating(x, kernel, bias)
    return ops.conv(x, kernel, strides=stride, padding=padding, data_format="channels_last") + bias
