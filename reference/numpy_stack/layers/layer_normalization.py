"""Layer normalisation as a layer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Array
from ..layernorm import layernorm, layernorm_backward
from ..limits import require_positive
from .base import Layer, Shape, features


class LayerNormalization(Layer):
    """Each sample's features of mean 0 and variance 1, scaled and shifted: `layernorm`.

    Args:
        eps: keeps a constant sample from being divided by 0; above 0.

    Inputs and results (n, …, d), parameters "gamma" and "beta" (d,).

    Raises:
        ValueError: if eps is not above 0, or x has no axis of features.

    Source: S3 1; `keras.layers.LayerNormalization`.

    Example:
        >>> LayerNormalization(eps=1e-9).forward([[1.0, 3.0]])
        array([[-1.,  1.]])
    """

    def __init__(self, eps: float = 1e-3) -> None:
        require_positive(eps=eps)
        super().__init__()
        self.eps = eps

    def initial_parameters(self, input_shape: Shape, seed: int) -> dict[str, Array]:
        d = features(input_shape, 0, "x is (n, …, d)")
        return {"gamma": np.ones(d), "beta": np.zeros(d)}

    def call(self, x: NDArray[Any], training: bool) -> Array:
        return layernorm(x, self.parameters["gamma"], self.parameters["beta"], self.eps)

    def pullback(self, dy: NDArray[Any], x: NDArray[Any], training: bool) -> tuple[Array, dict[str, Array]]:
        dx, dgamma, dbeta = layernorm_backward(dy, x, self.parameters["gamma"], self.eps)
        return dx, {"gamma": dgamma, "beta": dbeta}
