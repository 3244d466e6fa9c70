"""The long short-term memory as a layer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Array
from ..initializers import glorot_uniform
from ..limits import require_at_least
from ..lstm import lstm_backward, lstm_forward
from .base import Initializer, Layer, Shape, features, seeds


class LSTM(Layer):
    """A gated recurrent network over whole sequences, from a state of zeros: `lstm_forward`.

    Args:
        units: length u of the hidden state, at least 1.
        return_sequences: whether all hidden states come back, or the last one.
        kernel_initializer: draws both kernels of a shape and a seed.

    Inputs (n, T, d), results (n, u) or (n, T, u), parameters "kernel" (d, 4u), "recurrent_kernel"
    (u, 4u) and "bias" (4u,), gates in the order i, f, c, o. The bias starts at 1 for the forget gate, so that the
    cell remembers until it learns to forget, and at 0 elsewhere.

    Raises:
        ValueError: if units is below 1, or x is not a batch of sequences.

    Source: S3 4.2; `keras.layers.LSTM`.

    Example:
        >>> LSTM(4).forward(np.ones((2, 3, 5))).shape
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
            "kernel": self.kernel_initializer((d, 4 * self.units), first),
            "recurrent_kernel": self.kernel_initializer((self.units, 4 * self.units), second),
            "bias": np.repeat([0.0, 1.0, 0.0, 0.0], self.units),
        }

    def call(self, x: NDArray[Any], training: bool) -> Array:
        return lstm_forward(x, **self.parameters, return_sequences=self.return_sequences)

    def pullback(self, dy: NDArray[Any], x: NDArray[Any], training: bool) -> tuple[Array, dict[str, Array]]:
        grads = lstm_backward(dy, x, **self.parameters)
        return grads["dx"], {name: grads[f"d{name}"] for name in self.parameters}
