"""The gated recurrent unit as a layer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Array
from ..gru import gru_backward, gru_forward
from ..initializers import glorot_uniform
from ..limits import require_at_least
from .base import Initializer, Layer, Shape, features, seeds


class GRU(Layer):
    """A gated recurrent network over whole sequences, from a state of zeros: `gru_forward`.

    Args:
        units: length u of the hidden state, at least 1.
        return_sequences: whether all hidden states come back, or the last one.
        kernel_initializer: draws both kernels of a shape and a seed.

    Inputs (n, T, d), results (n, u) or (n, T, u), parameters "kernel" (d, 3u), "recurrent_kernel"
    (u, 3u) and "bias" (2, 3u), gates in the order z, r, h. The bias starts at 0.

    Raises:
        ValueError: if units is below 1, or x is not a batch of sequences.

    Source: S3 3.2; `keras.layers.GRU`.

    Example:
        >>> GRU(4).forward(np.ones((2, 3, 5))).shape
        (2, 4)
    """

    def __init__(
        self, units: int, return_sequences: bool = False, kernel_initializer: Initializer = glorot_uniform
    ) -> None:
        require_at_least(1, units=units)
        super().__init__()
        self.units = units
        self.return_sequences = return_sequences
        self.kernel_initializer = kernel_initializer

    def initial_parameters(self, input_shape: Shape, seed: int) -> dict[str, Array]:
        d, (first, second) = features(input_shape, 2, "x is (n, T, d)"), seeds(seed, 2)
        return {
            "kernel": self.kernel_initializer((d, 3 * self.units), first),
            "recurrent_kernel": self.kernel_initializer((self.units, 3 * self.units), second),
            "bias": np.zeros((2, 3 * self.units)),
        }

    def call(self, x: NDArray[Any], training: bool) -> Array:
        return gru_forward(x, **self.parameters, return_sequences=self.return_sequences)

    def pullback(self, dy: NDArray[Any], x: NDArray[Any], training: bool) -> tuple[Array, dict[str, Array]]:
        grads = gru_backward(dy, x, **self.parameters)
        return grads["dx"], {name: grads[f"d{name}"] for name in self.parameters}
