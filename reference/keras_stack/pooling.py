"""Pooling, through `keras.ops`, with gradients by the tape."""

from __future__ import annotations

from typing import Any

from keras import ops

from .tensors import Tensor, floating, pullback

Size = int | tuple[int, int]


def max_pool(x: Any, size: Size = 2, stride: Size | None = None) -> Tensor:
    """The largest value of each window of images (n, h, w, c); stride None means size."""
    images = ops.convert_to_tensor(x)
    return ops.max_pool(images, size, strides=stride, padding="valid", data_format="channels_last")


def avg_pool(x: Any, size: Size = 2, stride: Size | None = None) -> Tensor:
    """The mean of each window of images (n, h, w, c); stride None means size."""
    (images,) = floating(x)
    return ops.average_pool(images, size, strides=stride, padding="valid", data_format="channels_last")


def max_pool_backward(dy: Any, x: Any, size: Size = 2, stride: Size | None = None) -> Tensor:
    """The gradient in x of a loss whose gradient in `max_pool` is dy; the first of equal maxima gets it."""
    dy, x = floating(dy, x)
    (dx,) = pullback(lambda images: max_pool(images, size, stride), dy, x)
    return dx


def avg_pool_backward(dy: Any, x: Any, size: Size = 2, stride: Size | None = None) -> Tensor:
    """The gradient in x of a loss whose gradient in `avg_pool` is dy."""
    dy, x = floating(dy, x)
    (dx,) = pullback(lambda images: avg_pool(images, size, stride), dy, x)
    return dx
