"""Update rules: parameters and state in, new parameters and state out.

Adam and its relatives are in `adam` and can be had from here as well.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .adam import (
    adam_step as adam_step,
    adam_step_uncorrected as adam_step_uncorrected,
    adamw_step as adamw_step,
    correction_factor as correction_factor,
)
from .arrays import Array, floating, require_same_shape
from .limits import require_at_least, require_fraction, require_positive


def gradient_step(theta: ArrayLike, grad: ArrayLike, lr: float) -> Array:
    """One step of gradient descent.

        θ ← θ - lr · ∇J(θ)

    Args:
        theta: parameters, any shape.
        grad: gradient of the loss at theta, the same shape.
        lr: learning rate, 0 or more.

    Returns:
        The new parameters, of that shape.

    Raises:
        ValueError: if the shapes differ or lr is negative.

    Source: S0 3.3, S4 3.1.

    Example:
        >>> gradient_step([1.0, 2.0], [10.0, -10.0], lr=0.1)
        array([0., 3.])
    """
    require_at_least(0, lr=lr)
    theta, grad = floating(theta, grad)
    require_same_shape(theta=theta, grad=grad)
    return theta - float(lr) * grad


def momentum_step(
    theta: ArrayLike, velocity: ArrayLike, grad: ArrayLike, lr: float, beta: float = 0.9
) -> tuple[Array, Array]:
    """One step of gradient descent with momentum: a heavy ball, slowed by friction.

        v ← βv - lr·g
        θ ← θ + v

    Args:
        theta: parameters, any shape.
        velocity: the last step, the same shape; zeros before the first.
        grad: gradient of the loss at theta, the same shape.
        lr: learning rate, 0 or more.
        beta: how much of the velocity is kept, in [0, 1).

    Returns:
        (theta, velocity), each of that shape.

    Raises:
        ValueError: if the shapes differ, lr is negative, or beta is outside [0, 1).

    Source: S1 6.6 asks for the choice of an optimizer; Polyak 1964, with the learning rate inside
    the velocity as in Keras (PyTorch multiplies by it afterwards).

    Example:
        >>> momentum_step([1.0], [2.0], [10.0], lr=0.1, beta=0.5)
        (array([1.]), array([0.]))
    """
    require_at_least(0, lr=lr)
    require_fraction(beta=beta)
    theta, velocity, grad = floating(theta, velocity, grad)
    require_same_shape(theta=theta, velocity=velocity, grad=grad)
    velocity = float(beta) * velocity - float(lr) * grad
    return theta + velocity, velocity


def nesterov_step(
    theta: ArrayLike, velocity: ArrayLike, grad: ArrayLike, lr: float, beta: float = 0.9
) -> tuple[Array, Array]:
    """One step with Nesterov's momentum: the ball looks where the velocity is about to carry it.

        v ← βv - lr·g
        θ ← θ + βv - lr·g        (v is the new one)

    Theta is the point that looks ahead, θ_ball + βv, so that the gradient is taken where it stands.

    Args:
        theta: parameters, any shape.
        velocity: the last velocity, the same shape; zeros before the first step.
        grad: gradient of the loss at theta, the same shape.
        lr: learning rate, 0 or more.
        beta: how much of the velocity is kept, in [0, 1).

    Returns:
        (theta, velocity), each of that shape.

    Raises:
        ValueError: if the shapes differ, lr is negative, or beta is outside [0, 1).

    Source: Nesterov 1983, in the form of Bengio et al. 2013 that Keras uses; S1 6.6.

    Example:
        >>> nesterov_step([1.0], [2.0], [5.0], lr=0.1, beta=0.5)
        (array([0.75]), array([0.5]))
    """
    require_at_least(0, lr=lr)
    require_fraction(beta=beta)
    theta, velocity, grad = floating(theta, velocity, grad)
    require_same_shape(theta=theta, velocity=velocity, grad=grad)
    beta, step = float(beta), float(lr) * grad
    velocity = beta * velocity - step
    return theta + beta * velocity - step, velocity


def rmsprop_step(
    theta: ArrayLike, s: ArrayLike, grad: ArrayLike, lr: float, rho: float = 0.9, eps: float = 1e-7
) -> tuple[Array, Array]:
    """One step of RMSprop: each gradient is divided by its own recent size.

        s ← ρs + (1-ρ)g²
        θ ← θ - lr · g / √(s + eps)

    Args:
        theta: parameters, any shape.
        s: mean of the squared gradients so far, the same shape; zeros before the first step.
        grad: gradient of the loss at theta, the same shape.
        lr: learning rate, 0 or more.
        rho: how much of s is kept, in [0, 1).
        eps: keeps the root away from 0; inside it, as in Keras (PyTorch adds it outside). Above 0.

    Returns:
        (theta, s), each of that shape.

    Raises:
        ValueError: if the shapes differ, lr is negative, rho is outside [0, 1) or eps is not above 0.

    Source: Hinton 2012, lecture 6e; S1 6.6.

    Example:
        >>> rmsprop_step([1.0], [0.0], [4.0], lr=0.5, rho=0.5, eps=8.0)
        (array([0.5]), array([8.]))
    """
    require_at_least(0, lr=lr)
    require_fraction(rho=rho)
    require_positive(eps=eps)
    theta, s, grad = floating(theta, s, grad)
    require_same_shape(theta=theta, s=s, grad=grad)
    s = float(rho) * s + (1 - float(rho)) * grad**2
    return theta - float(lr) * grad / np.sqrt(s + float(eps)), s
