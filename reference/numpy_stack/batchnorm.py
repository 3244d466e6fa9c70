"""Batch normalisation: every feature gets mean 0 and variance 1 over the batch."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_fit, require_same_shape


def batchnorm_forward(
    x: ArrayLike,
    gamma: ArrayLike,
    beta: ArrayLike,
    running_mean: ArrayLike,
    running_var: ArrayLike,
    momentum: float = 0.99,
    eps: float = 1e-3,
    training: bool = True,
) -> tuple[Array, Array, Array]:
    """Normalise each feature, then scale and shift it.

        y = γ · (x - μ) / √(σ² + eps) + β
        running ← momentum · running + (1 - momentum) · (μ, σ²)        in training only

    In training μ and σ² are the mean and the (biased) variance over the batch, otherwise the running ones.

    Args:
        x: inputs (n, d); further axes between the two count as batch, as for images in Keras.
        gamma, beta: scale and shift (d,).
        running_mean, running_var: the statistics so far (d,); zeros and ones before the first batch.
        momentum: weight of the old statistics.
        eps: keeps a constant feature from being divided by 0.
        training: which statistics normalise; False leaves the running ones unchanged.

    Returns:
        (y, running_mean, running_var), of the shapes of x and of the statistics.

    Raises:
        ValueError: if the shapes do not fit, or a batch in training is empty.

    Source: S1 6.7; Ioffe & Szegedy 2015, with Keras's constants.

    Example:
        >>> y, mean, var = batchnorm_forward([[1.0], [3.0]], [2.0], [5.0], [0.0], [1.0], 0.5, eps=0.0)
        >>> y.ravel(), mean, var
        (array([3., 7.]), array([1.]), array([1.]))
    """
    x, gamma, beta, mean, var = floating(x, gamma, beta, running_mean, running_var)
    require_same_shape(gamma=gamma, beta=beta, running_mean=mean, running_var=var)
    _require_fit(x, gamma)
    if not training:
        return gamma * (x - mean) / np.sqrt(var + float(eps)) + beta, mean.copy(), var.copy()
    x_hat, batch_mean, batch_var = _normalised(x, eps)
    keep = float(momentum)
    mean = keep * mean + (1 - keep) * batch_mean
    var = keep * var + (1 - keep) * batch_var
    return gamma * x_hat + beta, mean, var


def batchnorm_backward(dy: ArrayLike, x: ArrayLike, gamma: ArrayLike, eps: float = 1e-3) -> tuple[Array, Array, Array]:
    """Gradients of a loss in the inputs and parameters of `batchnorm_forward`, in training.

        dβ = Σₙ dy        dγ = Σₙ dy · x̂        x̂ = (x - μ) / √(σ² + eps)
        dx = γ / √(σ² + eps) · (dy - mean(dy) - x̂ · mean(dy · x̂))

    The two means are there because μ and σ² are functions of x as well.

    Args:
        dy: gradient of the loss in y (n, d).
        x: the inputs of the forward pass, the same shape.
        gamma: scale (d,).
        eps: that of the forward pass.

    Returns:
        (dx, dgamma, dbeta), each of the shape of what it belongs to.

    Raises:
        ValueError: if the shapes do not fit, or the batch is empty.

    Source: S1 6.7; Ioffe & Szegedy 2015, section 3.

    Example:
        >>> dx, dgamma, dbeta = batchnorm_backward([[1.0], [0.0], [0.0]], [[1.0], [0.0], [-1.0]], [1.0])
        >>> dx.ravel().round(3), dgamma.round(3), dbeta
        (array([ 0.205, -0.408,  0.203]), array([1.224]), array([1.]))
    """
    dy, x, gamma = floating(dy, x, gamma)
    require_same_shape(dy=dy, x=x)
    _require_fit(x, gamma)
    x_hat, _, var = _normalised(x, eps)
    batch = tuple(range(x.ndim - 1))
    centred = dy - dy.mean(axis=batch) - x_hat * (dy * x_hat).mean(axis=batch)
    return gamma / np.sqrt(var + float(eps)) * centred, (dy * x_hat).sum(axis=batch), dy.sum(axis=batch)


def _normalised(x: Array, eps: float) -> tuple[Array, Array, Array]:
    """(x̂, μ, σ²) over all axes but the last."""
    require_fit(x.size > 0 or x.shape[-1] == 0, "a batch in training has at least one row", x=x)
    batch = tuple(range(x.ndim - 1))
    mean, var = x.mean(axis=batch), x.var(axis=batch)
    return (x - mean) / np.sqrt(var + float(eps)), mean, var


def _require_fit(x: Array, gamma: Array) -> None:
    require_fit(x.ndim >= 2 and gamma.shape == x.shape[-1:], "x is (n, d), gamma (d,)", x=x, gamma=gamma)
