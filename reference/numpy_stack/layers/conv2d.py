"""The convolutional layer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Array
from ..convolution import conv2d, conv2d_backward
from ..initializers import glorot_uniform
from ..limits import require_at_least
from ..windows import Pair
from .base import Initializer, Layer, Shape, features


class Conv2D(Layer):
    """Cross-correlation of images with kernels: `conv2d` and its parameters.

    Args:
        filters: number of result channels, at least 1.
        kernel_size: (height, width) of the kernels.
        stride, padding, dilation: as in `conv2d`.
        kernel_initializer: draws the kernel of a shape and a seed; the bias starts at 0.

    Inputs (n, height, width, in), results (n, rows, columns, filters), parameters "kernel"
    (kh, kw, in, filters) and "bias" (filters,).

    Raises:
        ValueError: if a size is below 1, x is not a batch of images, or the kernel does not fit.

    Source: S3 3.1.1; `keras.layers.Conv2D`.

    Example:
        >>> Conv2D(4, (3, 3), padding="same").forward(np.ones((1, 5, 6, 2))).shape
        (1, 5, 6, 4)
    """

    def __init__(
        self,
        filters: int,
        kernel_size: Pair,
        stride: int = 1,
        padding: str = "valid",
        dilation: int = 1,
        kernel_initializer: Initializer = glorot_uniform,
    ) -> None:
        require_at_least(1, filters=filters, stride=stride, dilation=dilation)
        super().__init__()
        self.filters = filters
        self.kernel_size = kernel_size
        self.stride = stride
        self.padding = padding
        self.dilation = dilation
        self.kernel_initializer = kernel_initializer

    def initial_parameters(self, input_shape: Shape, seed: int) -> dict[str, Array]:
        channels = features(input_shape, 3, "x is (n, height, width, channels)")
        kernel = self.kernel_initializer((*self.kernel_size, channels, self.filters), seed)
        return {"kernel": kernel, "bias": np.zeros(self.filters)}

    def call(self, x: NDArray[Any], training: bool) -> Array:
        kernel, bias = self.parameters["kernel"], self.parameters["bias"]
        return conv2d(x, kernel, bias, self.stride, self.padding, self.dilation)

    def pullback(self, dy: NDArray[Any], x: NDArray[Any], training: bool) -> tuple[Array, dict[str, Array]]:
        kernel = self.parameters["kernel"]
        dx, dkernel, dbias = conv2d_backward(dy, x, kernel, self.stride, self.padding, self.dilation)
        return dx, {"kernel": dkernel, "bias": dbias}
