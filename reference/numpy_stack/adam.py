"""Adam, with its weight decay, and the form that a source prints without the correction."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_same_shape
from .limits import require_at_least, require_fraction


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
        lr: learning rate, 0 or more.
        beta1, beta2: how much of the moments is kept, in [0, 1).
        eps: keeps the divisor away from 0; 0 or more.

    Returns:
        (theta, m, v), each of that shape; the moments are the uncorrected ones.

    Raises:
        ValueError: if the shapes differ, t is below 1, or a constant is out of range.

    Source: Kingma & Ba 2015, Algorithm 1; S4 3.3 prints it without the correction of m and v.

    Example:
        >>> theta, m, v = adam_step([1.0], [0.0], [0.0], [4.0], t=1, lr=0.5, eps=4.0)
        >>> theta, m.round(3), v.round(3)
        (array([0.75]), array([0.4]), array([0.016]))
    """
    require_at_least(1, t=t)
    theta, m, v = _moments(theta, m, v, grad, lr, beta1, beta2, eps)
    m_hat, v_hat = m / (1 - float(beta1) ** t), v / (1 - float(beta2) ** t)
    return (theta - float(lr) * m_hat / _size(v_hat, eps)).astype(theta.dtype), m, v


def adamw_step(
    theta: ArrayLike,
    m: ArrayLike,
    v: ArrayLike,
    grad: ArrayLike,
    t: int,
    lr: float = 1e-3,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
    weight_decay: float = 0.004,
) -> tuple[Array, Array, Array]:
    """One step of Adam with decoupled weight decay: the decay is no part of the gradient.

        θ ← θ - lr · λ · θ        and then the step of `adam_step`

    A penalty λ/2·‖θ‖² in the loss would be divided by √v̂ like any gradient; this decay is not.

    Args:
        theta, m, v, grad, t, lr, beta1, beta2, eps: as in `adam_step`.
        weight_decay: λ, 0 or more; the default is Keras's.

    Returns:
        (theta, m, v), each of theta's shape; the moments never see the decay.

    Raises:
        ValueError: if the shapes differ, t is below 1, or a constant is out of range.

    Source: Loshchilov & Hutter 2019, Algorithm 2, with the learning rate as its multiplier η.

    Example:
        >>> adamw_step([2.0], [0.0], [0.0], [0.0], t=1, lr=0.5, weight_decay=0.5)[0]
        array([1.5])
    """
    require_at_least(0, lr=lr, weight_decay=weight_decay)
    theta, m, v, grad = floating(theta, m, v, grad)
    decayed = theta - float(lr) * float(weight_decay) * theta
    return adam_step(decayed, m, v, grad, t, lr, beta1, beta2, eps)


def adam_step_uncorrected(
    theta: ArrayLike,
    m: ArrayLike,
    v: ArrayLike,
    grad: ArrayLike,
    lr: float = 1e-3,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> tuple[Array, Array, Array]:
    """One step of Adam as S4 prints it: the moments start at 0 and nothing makes up for that.

        m ← β₁m + (1-β₁)g
        v ← β₂v + (1-β₂)g²
        θ ← θ - lr · m / (√v + eps)

    Args:
        theta, m, v, grad, lr, beta1, beta2, eps: as in `adam_step`.

    Returns:
        (theta, m, v), each of theta's shape. The first steps are too long, by `correction_factor`.

    Raises:
        ValueError: if the shapes differ or a constant is out of range.

    Source: S4 3.3.

    Example:
        >>> theta, m, v = adam_step_uncorrected([1.0], [0.0], [0.0], [5.0], lr=0.5, beta1=0.5, beta2=0.75)
        >>> theta.round(6), m, v
        (array([0.5]), array([2.5]), array([6.25]))
    """
    theta, m, v = _moments(theta, m, v, grad, lr, beta1, beta2, eps)
    return (theta - float(lr) * m / _size(v, eps)).astype(theta.dtype), m, v


def correction_factor(t: int, beta1: float = 0.9, beta2: float = 0.999) -> float:
    """The corrected step of Adam divided by the uncorrected one, where eps is 0.

        m̂/√v̂ : m/√v = √(1-β₂ᵗ) / (1-β₁ᵗ)

    Args:
        t: number of the step, from 1.
        beta1, beta2: Adam's constants, in [0, 1).

    Returns:
        A number that tends to 1; below 1 the uncorrected step is too long.

    Raises:
        ValueError: if t is below 1 or a constant is outside [0, 1).

    Source: Kingma & Ba 2015, end of section 2; what S4 3.3 leaves out.

    Example:
        >>> [round(correction_factor(t), 3) for t in (1, 10, 5000)]
        [0.316, 0.153, 0.997]
    """
    require_at_least(1, t=t)
    require_fraction(beta1=beta1, beta2=beta2)
    return float(math.sqrt(1 - float(beta2) ** t) / (1 - float(beta1) ** t))


def _moments(
    theta: ArrayLike, m: ArrayLike, v: ArrayLike, grad: ArrayLike, lr: float, beta1: float, beta2: float, eps: float
) -> tuple[Array, Array, Array]:
    """Theta as an array, and the moments after this gradient, once all arguments are known to be right."""
    require_at_least(0, lr=lr, eps=eps)
    require_fraction(beta1=beta1, beta2=beta2)
    theta, m, v, grad = floating(theta, m, v, grad)
    require_same_shape(theta=theta, m=m, v=v, grad=grad)
    beta1, beta2 = float(beta1), float(beta2)
    return theta, beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2


def _size(v: Array, eps: float) -> Array:
    """√v + eps, in single precision at least: in half, the usual eps is 0, and a gradient of 0 would give 0/0."""
    wide = v.astype(np.promote_types(v.dtype, np.float32), copy=False)
    return np.asarray(np.sqrt(wide) + float(eps))
