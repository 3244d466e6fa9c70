"""Activation functions and their derivatives.

No exponential here ever has a positive argument, so none overflows; no difference is taken of two
numbers that are nearly the same, so derivatives keep their digits far out.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating
from .softmax import log_softmax as log_softmax, softmax as softmax


def sigmoid(x: ArrayLike) -> Array:
    """The logistic function, elementwise.

        σ(x) = 1 / (1 + e⁻ˣ) = eˣ / (1 + eˣ)        (the form is chosen by the sign of x)

    Args:
        x: any shape.

    Returns:
        An array of x's shape, in [0, 1].

    Source: S0 6.4, S2 2.3.

    Example:
        >>> sigmoid([-1000.0, 0.0, 1000.0])
        array([0. , 0.5, 1. ])
    """
    (x,) = floating(x)
    small = np.exp(-np.abs(x))
    return np.asarray(np.where(x >= 0, 1, small) / (1 + small))


def tanh(x: ArrayLike) -> Array:
    """The hyperbolic tangent, elementwise.

        tanh(x) = (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ)

    Args:
        x: any shape.

    Returns:
        An array of x's shape, in [-1, 1].

    Source: S0 6.4, S2 2.3.

    Example:
        >>> tanh([-1000.0, 0.0, 1000.0])
        array([-1.,  0.,  1.])
    """
    (x,) = floating(x)
    return np.tanh(x)


def relu(x: ArrayLike) -> Array:
    """The rectifier, elementwise.

        relu(x) = max(x, 0)

    Args:
        x: any shape.

    Returns:
        An array of x's shape.

    Source: S0 6.4, S2 2.3.

    Example:
        >>> relu([-2.0, 0.0, 3.0])
        array([0., 0., 3.])
    """
    (x,) = floating(x)
    return np.maximum(x, 0)


def leaky_relu(x: ArrayLike, alpha: float = 0.2) -> Array:
    """The rectifier that lets a part of negative values through, elementwise.

        leaky_relu(x) = x where x > 0, else α·x

    Args:
        x: any shape.
        alpha: slope on the negative side; 0.2 is what S3's networks use.

    Returns:
        An array of x's shape.

    Source: S3 4.3; Maas, Hannun & Ng 2013.

    Example:
        >>> leaky_relu([-2.0, 0.0, 3.0])
        array([-0.4,  0. ,  3. ])
    """
    (x,) = floating(x)
    return np.where(x > 0, x, float(alpha) * x)


def softplus(x: ArrayLike) -> Array:
    """The smooth rectifier, elementwise; softplus(-x) is the cross-entropy of the logit x.

        softplus(x) = log(1 + eˣ) = max(x, 0) + log(1 + e⁻ˡˣˡ)

    Args:
        x: any shape.

    Returns:
        An array of x's shape.

    Source: Dugas et al. 2001; used by the losses of S3 3.3.3.

    Example:
        >>> softplus([-1000.0, 1000.0])
        array([   0., 1000.])
    """
    (x,) = floating(x)
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


def log_sigmoid(x: ArrayLike) -> Array:
    """The logarithm of `sigmoid`, exact where the sigmoid itself rounds to 0.

        log σ(x) = -softplus(-x)

    Args:
        x: any shape.

    Returns:
        An array of x's shape, at most 0.

    Source: S3 3.3.3.

    Example:
        >>> log_sigmoid([-1000.0])
        array([-1000.])
    """
    (x,) = floating(x)
    return -softplus(-x)


def sigmoid_grad(x: ArrayLike) -> Array:
    """Derivative of the logistic function, elementwise.

        σ'(x) = σ(x) (1 - σ(x)) = σ(x) σ(-x)

    The second form keeps its digits where 1 - σ(x) has none left, from x = 37 onward.

    Args:
        x: the argument of the sigmoid, any shape; not its value.

    Returns:
        An array of x's shape, in [0, 1/4].

    Source: S0 6.4.

    Example:
        >>> sigmoid_grad([-1000.0, 0.0, 1000.0])
        array([0.  , 0.25, 0.  ])
    """
    (x,) = floating(x)
    return sigmoid(x) * sigmoid(-x)


def tanh_grad(x: ArrayLike) -> Array:
    """Derivative of the hyperbolic tangent, elementwise.

        tanh'(x) = 1 - tanh²(x) = (1 - tanh |x|) (1 + tanh |x|),    1 - tanh |x| = 2 σ(-2|x|)

    Args:
        x: the argument of the tangent, any shape; not its value.

    Returns:
        An array of x's shape, in [0, 1].

    Source: S0 6.4.

    Example:
        >>> tanh_grad([-1000.0, 0.0, 1000.0])
        array([0., 1., 0.])
    """
    (x,) = floating(x)
    size = np.abs(x)
    return np.asarray(2 * sigmoid(-2 * size) * (1 + np.tanh(size)))


def relu_grad(x: ArrayLike) -> Array:
    """Derivative of the rectifier, elementwise.

        relu'(x) = 1 where x > 0, else 0

    Args:
        x: any shape.

    Returns:
        An array of x's shape; 0 where x is exactly 0.

    Source: S0 6.4.

    Example:
        >>> relu_grad([-2.0, 0.0, 3.0])
        array([0., 0., 1.])
    """
    (x,) = floating(x)
    return np.asarray(x > 0).astype(x.dtype)


def leaky_relu_grad(x: ArrayLike, alpha: float = 0.2) -> Array:
    """Derivative of the leaky rectifier, elementwise.

        leaky_relu'(x) = 1 where x > 0, else α

    Args:
        x: any shape.
        alpha: slope on the negative side.

    Returns:
        An array of x's shape; alpha where x is exactly 0.

    Source: S3 4.3.

    Example:
        >>> leaky_relu_grad([-2.0, 0.0, 3.0])
        array([0.2, 0.2, 1. ])
    """
    (x,) = floating(x)
    return np.where(x > 0, 1.0, float(alpha)).astype(x.dtype)
