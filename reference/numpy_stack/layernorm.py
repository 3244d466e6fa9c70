"""Layer normalisation: every sample gets mean 0 and variance 1 over its features."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_fit, require_same_shape


def layernorm(x: ArrayLike, gamma: ArrayLike, beta: ArrayLike, eps: float = 1e-3) -> Array:
    """Normalise along the last axis, then scale and shift each feature.

        y = γ · (x - μ) / √(σ² + eps) + β        μ, σ² over the last axis, σ² biased

    No sample sees another one, so training and use do not differ.

    Args:
        x: inputs (…, d), at least two axes.
        gamma, beta: scale and shift (d,).
        eps: keeps a constant sample from being divided by 0.

    Returns:
        An array of x's shape.

    Raises:
        ValueError: if the shapes do not fit, or there is no feature.

    Source: S3 1; Ba et al. 2016, with Keras's eps.

    Example:
        >>> layernorm([[1.0, 3.0], [10.0, 30.0]], [1.0, 1.0], [0.0, 5.0], eps=0.0)
        array([[-1.,  6.],
               [-1.,  6.]])
    """
    x, gamma, beta = floating(x, gamma, beta)
    require_same_shape(gamma=gamma, beta=beta)
    _require_fit(x, gamma)
    x_hat, _ = _normalised(x, eps)
    return gamma * x_hat + beta


def layernorm_backward(dy: ArrayLike, x: ArrayLike, gamma: ArrayLike, eps: float = 1e-3) -> tuple[Array, Array, Array]:
    """Gradients of a loss in the inputs and parameters of `layernorm`.

        dβ = Σ dy        dγ = Σ dy · x̂        (over all axes but the last)
        dx̂ = γ · dy
        dx = (dx̂ - mean(dx̂) - x̂ · mean(dx̂ · x̂)) / √(σ² + eps)        (means over the last axis)

    Args:
        dy: gradient of the loss in y (…, d).
        x: the inputs of the forward pass, the same shape.
        gamma: scale (d,).
        eps: that of the forward pass.

    Returns:
        (dx, dgamma, dbeta), each of the shape of what it belongs to.

    Raises:
        ValueError: if the shapes do not fit, or there is no feature.

    Source: Ba et al. 2016.

    Example:
        >>> dx, dgamma, dbeta = layernorm_backward([[1.0, 0.0]], [[1.0, -1.0]], [1.0, 1.0], eps=0.0)
        >>> dx.tolist(), dgamma, dbeta
        ([[0.0, 0.0]], array([1., 0.]), array([1., 0.]))
    """
    dy, x, gamma = floating(dy, x, gamma)
    require_same_shape(dy=dy, x=x)
    _require_fit(x, gamma)
    x_hat, scale = _normalised(x, eps)
    dx_hat = gamma * dy
    along = dx_hat.mean(axis=-1, keepdims=True) + x_hat * (dx_hat * x_hat).mean(axis=-1, keepdims=True)
    before = tuple(range(x.ndim - 1))
    return (dx_hat - along) / scale, (dy * x_hat).sum(axis=before), dy.sum(axis=before)


def _normalised(x: Array, eps: float) -> tuple[Array, Array]:
    """(x̂, √(σ² + eps)) over the last axis."""
    mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True)
    scale = np.sqrt(var + float(eps))
    return (x - mean) / scale, scale


def _require_fit(x: Array, gamma: Array) -> None:
    fits = x.ndim >= 2 and x.shape[-1] > 0 and gamma.shape == x.shape[-1:]
    require_fit(fits, "x is (…, d) with at least two axes and one feature, gamma (d,)", x=x, gamma=gamma)
