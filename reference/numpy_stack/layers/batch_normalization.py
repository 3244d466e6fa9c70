"""Batch normalisation as a layer: it keeps the running statistics."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Array, floating, require_same_shape
from ..batchnorm import batchnorm_backward, batchnorm_forward
from ..limits import require_positive
from .base import Layer, Shape, features


class BatchNormalization(Layer):
    """Features of mean 0 and variance 1 over the batch, scaled and shifted: `batchnorm_forward`.

    In training each forward pass moves the statistics, with which the layer normalises afterwards.

    Args:
        momentum: weight of the old statistics.
        eps: keeps a constant feature from being divided by 0; above 0.

    Inputs and results (n, …, d), parameters "gamma" and "beta" (d,), statistics "moving_mean" and
    "moving_variance" (d,).

    Raises:
        ValueError: if eps is not above 0, or x has no axis of features.

    Source: S1 6.7; `keras.layers.BatchNormalization`.

    Example:
        >>> layer = BatchNormalization(momentum=0.5)
        >>> layer.forward([[1.0], [3.0]], training=True).round(2).ravel(), layer.statistics["moving_mean"]
        (array([-1.,  1.]), array([1.]))
    """

    def __init__(self, momentum: float = 0.99, eps: float = 1e-3) -> None:
        require_positive(eps=eps)
        super().__init__()
        self.momentum = momentum
        self.eps = eps

    def initial_parameters(self, input_shape: Shape, seed: int) -> dict[str, Array]:
        d = features(input_shape, 0, "x is (n, …, d)")
        return {"gamma": np.ones(d), "beta": np.zeros(d)}

    def initial_statistics(self, input_shape: Shape) -> dict[str, Array]:
        return {"moving_mean": np.zeros(input_shape[-1]), "moving_variance": np.ones(input_shape[-1])}

    def call(self, x: NDArray[Any], training: bool) -> Array:
        gamma, beta = self.parameters["gamma"], self.parameters["beta"]
        mean, variance = self.statistics["moving_mean"], self.statistics["moving_variance"]
        y, mean, variance = batchnorm_forward(x, gamma, beta, mean, variance, self.momentum, self.eps, training)
        if training:
            self.statistics = {"moving_mean": mean, "moving_variance": variance}
        return y

    def pullback(self, dy: NDArray[Any], x: NDArray[Any], training: bool) -> tuple[Array, dict[str, Array]]:
        if training:
            dx, dgamma, dbeta = batchnorm_backward(dy, x, self.parameters["gamma"], self.eps)
        else:
            dx, dgamma, dbeta = self._pullback_of_affine_map(dy, x)
        return dx, {"gamma": dgamma, "beta": dbeta}

    def _pullback_of_affine_map(self, dy: NDArray[Any], x: NDArray[Any]) -> tuple[Array, Array, Array]:
        """The gradients outside training, where the statistics are constants: y = x̂ ⊙ γ + β."""
        dy, x, gamma, mean = floating(dy, x, self.parameters["gamma"], self.statistics["moving_mean"])
        require_same_shape(dy=dy, x=x)
        batch = tuple(range(x.ndim - 1))
        dx, x_hat = self._scaled(dy, gamma, np.zeros_like(mean)), self._scaled(x, np.ones_like(gamma), mean)
        return dx, (dy * x_hat).sum(axis=batch), dy.sum(axis=batch)

    def _scaled(self, x: Array, gamma: Array, mean: Array) -> Array:
        """γ · (x - mean) / √(moving variance + eps)."""
        variance = self.statistics["moving_variance"]
        return batchnorm_forward(x, gamma, np.zeros_like(gamma), mean, variance, eps=self.eps, training=False)[0]
