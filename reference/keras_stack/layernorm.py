"""Layer normalisation, through `keras.layers.LayerNormalization`, with gradients by the tape."""

from __future__ import annotations

from typing import Any

from keras import layers, ops

from .tensors import Tensor, call_layer, dtype_of, floating, pullback


def layernorm(x: Any, gamma: Any, beta: Any, eps: float = 1e-3) -> Tensor:
    """x (…, d) normalised along the last axis, scaled by gamma (d,) and shifted by beta (d,)."""
    x, gamma, beta = floating(x, gamma, beta)
    return call_layer(layers.LayerNormalization(epsilon=eps, dtype=dtype_of(x)), [gamma, beta], x)


def layernorm_backward(dy: Any, x: Any, gamma: Any, eps: float = 1e-3) -> tuple[Tensor, Tensor, Tensor]:
    """(dx, dgamma, dbeta) of `layernorm` for the gradient dy of its result."""
    dy, x, gamma = floating(dy, x, gamma)
    dx, dgamma, dbeta = pullback(lambda x, g, b: layernorm(x, g, b, eps), dy, x, gamma, ops.zeros_like(gamma))
    return dx, dgamma, dbeta
