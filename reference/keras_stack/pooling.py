"""Pooling, through `keras.ops`."""

from __future__ import annotations

from typing import Any

from keras import ops

from .tensors import Tensor

Size = int | tuple[int, int]


def max_pool(x: Any, size: Size = 2, stride: Size | None = None) -> Tensor:
    """The largest value of each window of images (n, h, w, c); stride None means size."""
    images = ops.convert_to_tensor(x)
    return ops.max_pool(images, size, strides=stride, padding="valid", data_format="channels_last")
