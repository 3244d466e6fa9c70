"""The transposed convolutional layer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Array
from ..convolution_transpose import conv2d_transpose, conv2d_transpose_backward
from ..initializers import glorot_uniform
from ..limits import require_at_least
from ..windows import Pair
from .base import Initializer, Layer, Shape, features


class Conv2DTranspose(Layer):
    """Images made larger by stamping kernels: `conv2d_transpose` and its parameters.

    Args:
        filters: number of result channels, at least 1.
        kernel_size: (height, width) of the kernels.
        stride, padding: as in `conv2d_transpose`.
        kernel_initializer: draws the kernel of a shape and a seed; the bias starts at 0.

    Inputs (n, height, width, in), results (n, rows, columns, filters), parameters "kernel"
    (kh, kw, filters, in) and "bias" (filters,).

    Raises:
        ValueError: if a size is below 1, or x is not a batch of images.

    Source: S3 4.3; `keras.layers.Conv2DTranspose`.

    Example:
        >>> Conv2DTranspose(4, (5, 5), stride=2, padding="same").forward(np.ones((1, 7, 7, 2))).shape
        (1, 14, 14, 4)
    """

    def __init__(
        self,
        filters: int,
        kernel_size: Pair,
        stride: int = 1,
        padding: str = "valid",
        kernel_initializer: Initializer = glorot_uniform,
    ) -> None:
        require_at_least(1, filters=filters, stride=stride)
        super().__init__()
        self.filters = filters
        self.kernel_size = kernel_size
        self.stride = stride
        self.padding = padding
        self.kernel_initializer = kernel_initializer

    def initial_parameters(self, input_shape: Shape, seed: int) -> dict[str, Array]:
        channels = features(input_shape, 3, "x is (n, height, width, channels)")
        kernel = self.kernel_initializer((*self.kernel_size, self.filters, channels), seed)
        return {"kernel": kernel, "bias": np.zeros(self.filters)}

    def call(self, x: NDArray[Any], training: bool) -> Array:
        kernel, bias = self.parameters["kernel"], self.parameters["bias"]
        return conv2d_transpose(x, kernel, bias, self.stride, self.padding)

    def pullback(self, dy: NDArray[Any], x: NDArray[Any], training: bool) -> tuple[Array, dict[str, Array]]:
        kernel = self.parameters["kernel"]
        dx, dkernel, dbias = conv2d_transpose_backward(dy, x, kernel, self.stride, self.padding)
        return dx, {"kernel": dkernel, "bias": dbias}
