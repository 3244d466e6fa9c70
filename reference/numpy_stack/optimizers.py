"""Update rules: parameters and state in, new parameters and state out."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_same_shape


def gradient_step(theta: ArrayLike, grad: ArrayLike, lr: float) -> Array:
    """One step of gradient descent.

        θ ← θ - lr · ∇J(θ)

    Args:
        theta: parameters, any shape.
        grad: gradient of the loss at theta, the same shape.
        lr: learning rate.

    Returns:
        The new parameters, of that shape.

    Raises:
        ValueError: if the shapes differ.

    Source: S0 3.3, S4 3.1.

    Example:
        >>> gradient_step([1.0, 2.0], [10.0, -10.0], lr=0.1)
        array([0., 3.])
    """
    theta, grad = floating(theta, grad)
    require_same_shape(theta=theta, grad=grad)
    return theta - float(lr) * grad


def adam_step(
    theta: ArrayLike,
    m: ArrayLike,
    v: ArrayLike,
    grad: ArrayLike,
    t: int,
    lr: float = 1e-3,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> tuple[Array, Array, Array]:
    """One step of Adam, bias-corrected, with eps outside the root.

        m ← β₁m + (1-β₁)g          m̂ = m / (1-β₁ᵗ)
        v ← β₂v + (1-β₂)g²         v̂ = v / (1-β₂ᵗ)
        θ ← θ - lr · m̂ / (√v̂ + eps)

    Args:
        theta: parameters, any shape.
        m, v: first and second moment so far, the same shape; zeros before the first step.
        grad: gradient of the loss at theta, the same shape.
        t: number of this step, from 1.
        lr, beta1, beta2, eps: the rule's constants.

    Returns:
        (theta, m, v), each of that shape; the moments are the uncorrected ones.

    Raises:
        ValueError: if the shapes differ or t is below 1.

    Source: Kingma & Ba 2015, Algorithm 1; S4 3.3 prints it without the correction of m and v.

    Example:
        >>> theta, m, v = adam_step([1.0], [0.0], [0.0], [4.0], t=1, lr=0.5, eps=4.0)
        >>> theta, m.round(3), v.round(3)
        (array([0.75]), array([0.4]), array([0.016]))
    """
    if t < 1:
        raise ValueError(f"t counts steps from 1. Received: t={t}")
    theta, m, v, grad = floating(theta, m, v, grad)
    require_same_shape(theta=theta, m=m, v=v, grad=grad)
    beta1, beta2 = float(beta1), float(beta2)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return theta - float(lr) * m_hat / (np.sqrt(v_hat) + float(eps)), m, v
