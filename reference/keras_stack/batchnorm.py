"""Batch normalisation, through `keras.layers.BatchNormalization`, with gradients by the tape."""

from __future__ import annotations

from typing import Any

from keras import layers, ops

from .tensors import Tensor, dtype_of, floating, pullback


def batchnorm_forward(
    x: Any,
    gamma: Any,
    beta: Any,
    running_mean: Any,
    running_var: Any,
    momentum: float = 0.99,
    eps: float = 1e-3,
    training: bool = True,
) -> tuple[Tensor, Tensor, Tensor]:
    """(y, running_mean, running_var); shapes as in `numpy_stack.batchnorm`."""
    x, gamma, beta, *running = floating(x, gamma, beta, running_mean, running_var)
    layer = layers.BatchNormalization(momentum=momentum, epsilon=eps, dtype=dtype_of(x))
    layer.build(tuple(x.shape))
    y, (mean, var) = layer.stateless_call([gamma, beta], running, x, training=training)
    return y, mean, var


def batchnorm_backward(dy: Any, x: Any, gamma: Any, eps: float = 1e-3) -> tuple[Tensor, Tensor, Tensor]:
    """(dx, dgamma, dbeta) of `batchnorm_forward` in training for the gradient dy of y."""
    dy, x, gamma = floating(dy, x, gamma)
    zeros, ones = ops.zeros_like(gamma), ops.ones_like(gamma)

    def forward(x: Tensor, gamma: Tensor, beta: Tensor) -> Tensor:
        return batchnorm_forward(x, gamma, beta, zeros, ones, eps=eps)[0]

    dx, dgamma, dbeta = pullback(forward, dy, x, gamma, zeros)
    return dx, dgamma, dbeta
