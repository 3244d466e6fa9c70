"""The simple recurrent layer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Array, floating
from ..initializers import glorot_uniform
from ..limits import require_at_least
from ..rnn import gradient_of_every_state, rnn_backward, rnn_forward
from .base import Initializer, Layer, Shape, features, seeds


class SimpleRNN(Layer):
    """A recurrent network over whole sequences, from a state of zeros: `rnn_forward`.

    Args:
        units: length u of the hidden state, at least 1.
        return_sequences: whether all hidden states come back, or the last one.
        kernel_initializer: draws both kernels of a shape and a seed; the bias starts at 0.

    Inputs (n, T, d), results (n, u) or (n, T, u), parameters "kernel" (d, u), "recurrent_kernel"
    (u, u) and "bias" (u,).

    Raises:
        ValueError: if units is below 1, or x is not a batch of sequences.

    Source: S3 3.2; `keras.layers.SimpleRNN`.

    Example:
        >>> SimpleRNN(4, return_sequences=True).forward(np.ones((2, 3, 5))).shape
        (2, 3, 4)
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
            "kernel": self.kernel_initializer((d, self.units), first),
            "recurrent_kernel": self.kernel_initializer((self.units, self.units), second),
            "bias": np.zeros(self.units),
        }

    def call(self, x: NDArray[Any], training: bool) -> Array:
        hidden = self._hidden(x)
        return hidden if self.return_sequences else hidden[:, -1].copy()

    def pullback(self, dy: NDArray[Any], x: NDArray[Any], training: bool) -> tuple[Array, dict[str, Array]]:
        every = gradient_of_every_state(floating(dy)[0], self._hidden(x))
        grads = rnn_backward(every, x, *self._start_and_weights(x))
        return grads["dx"], {"kernel": grads["dW"], "recurrent_kernel": grads["dU"], "bias": grads["db"]}

    def _hidden(self, x: NDArray[Any]) -> Array:
        return rnn_forward(x, *self._start_and_weights(x))

    def _start_and_weights(self, x: NDArray[Any]) -> tuple[Array, Array, Array, Array]:
        weights = self.parameters
        start = np.zeros((len(x), self.units), weights["bias"].dtype)
        return start, weights["kernel"], weights["recurrent_kernel"], weights["bias"]
