"""The layer between images and vectors."""

from __future__ import annotations

import math
from typing import Any

from numpy.typing import NDArray

from ..arrays import Array, floating, require_fit
from .base import Layer


class Flatten(Layer):
    """All numbers of a sample in one row.

        y[n, :] = x[n, …] in C order

    Inputs (n, …), results (n, product of the other sizes), no parameters.

    Source: S3 4.1; `keras.layers.Flatten`.

    Example:
        >>> Flatten().forward([[[1.0, 2.0], [3.0, 4.0]]])
        array([[1., 2., 3., 4.]])
    """

    def call(self, x: NDArray[Any], training: bool) -> Array:
        (x,) = floating(x)
        require_fit(x.ndim >= 1, "x is (n, …)", x=x)
        return x.reshape(len(x), math.prod(x.shape[1:])).copy()

    def pullback(self, dy: NDArray[Any], x: NDArray[Any], training: bool) -> tuple[Array, dict[str, Array]]:
        (dy,) = floating(dy)
        require_fit(dy.shape == (len(x), math.prod(x.shape[1:])), "dy has a row for each sample of x", dy=dy, x=x)
        return dy.reshape(x.shape).copy(), {}
