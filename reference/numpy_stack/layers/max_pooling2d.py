"""Maximum pooling as a layer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Array
from ..pooling import Size, max_pool, max_pool_backward
from .base import Layer


class MaxPooling2D(Layer):
    """The largest value of each window of each channel: `max_pool`.

    Args:
        size: side of the window, or (height, width).
        stride: the same for the steps; None means `size`.

    Inputs (n, height, width, channels), results (n, rows, columns, channels), no parameters.

    Raises:
        ValueError: if x is not a batch of images, or a window does not fit.

    Source: S3 3.1.2; `keras.layers.MaxPooling2D`.

    Example:
        >>> MaxPooling2D().forward(np.arange(16.0).reshape(1, 4, 4, 1))[0, :, :, 0]
        array([[ 5.,  7.],
               [13., 15.]])
    """

    def __init__(self, size: Size = 2, stride: Size | None = None) -> None:
        super().__init__()
        self.size = size
        self.stride = stride

    def call(self, x: NDArray[Any], training: bool) -> Array:
        return np.asarray(max_pool(x, self.size, self.stride))

    def pullback(self, dy: NDArray[Any], x: NDArray[Any], training: bool) -> tuple[Array, dict[str, Array]]:
        return max_pool_backward(dy, x, self.size, self.stride), {}
