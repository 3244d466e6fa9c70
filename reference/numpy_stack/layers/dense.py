"""The fully connected layer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Array
from ..dense import dense_backward, dense_forward
from ..initializers import glorot_uniform
from ..limits import require_at_least
from .base import Initializer, Layer, Shape, features


class Dense(Layer):
    """An affine map of the last axis: `dense_forward` and its parameters.

        y = x kernel + bias

    Args:
        units: number of outputs m, at least 1.
        kernel_initializer: draws the kernel of a shape and a seed; the bias starts at 0.

    Inputs (n, …, d), results (n, …, m), parameters "kernel" (d, m) and "bias" (m,).

    Raises:
        ValueError: if units is below 1, or x has no axis of features.

    Source: S1 2.1; `keras.layers.Dense`.

    Example:
        >>> layer = Dense(3)
        >>> layer.forward([[1.0, 2.0]]).shape, layer.backward([[1.0, 1.0, 1.0]]).shape
        ((1, 3), (1, 2))
        >>> layer.gradients["bias"]
        array([1., 1., 1.])
    """

    def __init__(self, units: int, kernel_initializer: Initializer = glorot_uniform) -> None:
        require_at_least(1, units=units)
        super().__init__()
        self.units = units
        self.kernel_initializer = kernel_initializer

    def initial_parameters(self, input_shape: Shape, seed: int) -> dict[str, Array]:
        shape = (features(input_shape, 0, "x is (n, …, d)"), self.units)
        return {"kernel": self.kernel_initializer(shape, seed), "bias": np.zeros(self.units)}

    def call(self, x: NDArray[Any], training: bool) -> Array:
        return dense_forward(x, self.parameters["kernel"], self.parameters["bias"])

    def pullback(self, dy: NDArray[Any], x: NDArray[Any], training: bool) -> tuple[Array, dict[str, Array]]:
        dx, dkernel, dbias = dense_backward(dy, x, self.parameters["kernel"])
        return dx, {"kernel": dkernel, "bias": dbias}
