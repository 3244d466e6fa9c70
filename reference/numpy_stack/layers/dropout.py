"""Dropout as a layer: it draws the random numbers itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from ..arrays import Array, floating
from ..dropout import dropout, dropout_backward
from ..limits import require_fraction
from .base import Layer


class Dropout(Layer):
    """In training a share of the values is dropped, another one at each forward pass: `dropout`.

    Args:
        rate: share that is dropped, 0 ≤ rate < 1.

    Inputs and results of any shape, no parameters. The numbers are drawn from the seed given to
    `build`, so that a run can be repeated.

    Raises:
        ValueError: if the rate is not in [0, 1).

    Source: S1 6.7; `keras.layers.Dropout`.

    Example:
        >>> layer = Dropout(0.5)
        >>> layer.forward([[1.0, 2.0]]), set(layer.forward(np.ones(50), training=True).tolist())
        (array([[1., 2.]]), {0.0, 2.0})
    """

    def __init__(self, rate: float) -> None:
        require_fraction(rate=rate)
        super().__init__()
        self.rate = rate

    def build(self, input_shape: Sequence[int], dtype: DTypeLike = "float64", seed: int = 0) -> None:
        super().build(input_shape, dtype, seed)
        self._random = np.random.default_rng(seed)
        self._drawn = np.zeros(0)

    def call(self, x: NDArray[Any], training: bool) -> Array:
        if training:
            self._drawn = self._random.random(x.shape)
        return dropout(x, self.rate, self._drawn, training)

    def pullback(self, dy: NDArray[Any], x: NDArray[Any], training: bool) -> tuple[Array, dict[str, Array]]:
        (dy,) = floating(dy)
        return (dropout_backward(dy, self.rate, self._drawn) if training else dy.copy()), {}
