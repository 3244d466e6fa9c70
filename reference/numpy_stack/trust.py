"""What a network looks at, and how it is deceived: gradients with respect to the input."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_same_shape
from .limits import require_at_least

Gradient = Callable[[Array], ArrayLike]


def fgsm(x: ArrayLike, grad: ArrayLike, epsilon: float, low: float = 0.0, high: float = 1.0) -> Array:
    """An adversarial example by the fast gradient sign method.

        x' = clip(x + ε · sign(∂L/∂x), low, high)

    Args:
        x: inputs, any shape.
        grad: gradient of the loss with respect to x, the same shape.
        epsilon: how far each element may move, 0 or more.
        low, high: the range of valid inputs.

    Returns:
        An array of x's shape.

    Raises:
        ValueError: if the shapes differ, epsilon is negative or low is above high.

    Source: Goodfellow, Shlens & Szegedy 2015; S2 7.

    Example:
        >>> fgsm([0.5, 0.5, 0.95], [-3.0, 0.0, 0.01], epsilon=0.25)
        array([0.25, 0.5 , 1.  ])
    """
    require_at_least(0, epsilon=epsilon)
    if low > high:
        raise ValueError(f"low must not be above high. Received: low={low}, high={high}")
    x, grad = floating(x, grad)
    require_same_shape(x=x, grad=grad)
    return np.clip(x + float(epsilon) * np.sign(grad), float(low), float(high))


def saliency(grad_fn: Gradient, x: ArrayLike) -> Array:
    """How much the output would change with each element of the input.

        saliency = |∂f/∂x|

    Args:
        grad_fn: the gradient of a score with respect to its input; gets x, returns an array of its shape.
        x: the input, any shape.

    Returns:
        An array of x's shape.

    Raises:
        ValueError: if the gradient has another shape.

    Source: Simonyan, Vedaldi & Zisserman 2014; S1 5, S2 7.

    Example:
        >>> saliency(lambda x: 2 * x, [1.0, -3.0])
        array([2., 6.])
    """
    (x,) = floating(x)
    return np.abs(_gradient_at(grad_fn, x))


def integrated_gradients(grad_fn: Gradient, x: ArrayLike, baseline: ArrayLike, steps: int) -> Array:
    """How much each element contributes to the difference of f(x) and f(baseline).

        IG = (x - x₀) ⊙ 1/steps · Σₖ ∇f(x₀ + (k + ½)/steps · (x - x₀))        k from 0 to steps - 1

    The sum over all elements approaches f(x) - f(x₀) (completeness); the midpoint rule is exact
    where the gradient is linear on the way.

    Args:
        grad_fn: the gradient of f; gets an array of x's shape and returns one.
        x: the input, any shape.
        baseline: an input that says nothing (a black image), the same shape.
        steps: number of points on the way, 1 or more.

    Returns:
        An array of x's shape.

    Raises:
        ValueError: if the shapes differ or steps is below 1.

    Source: Sundararajan, Taly & Yan 2017; S1 5, S2 7.

    Example:
        >>> integrated_gradients(lambda x: 2 * x, [1.0, 3.0], [0.0, 1.0], steps=1)
        array([1., 8.])
    """
    require_at_least(1, steps=steps)
    x, baseline = floating(x, baseline)
    require_same_shape(x=x, baseline=baseline)
    way = x - baseline
    total = np.zeros_like(x)
    for k in range(steps):
        total = total + _gradient_at(grad_fn, baseline + (k + 0.5) / steps * way)
    return way * total / steps


def _gradient_at(grad_fn: Gradient, x: Array) -> Array:
    """The gradient in x's dtype; the function gets a copy, so that it may write into its argument."""
    gradient = np.asarray(grad_fn(x.copy())).astype(x.dtype, copy=False)
    require_same_shape(gradient=gradient, x=x)
    return gradient
