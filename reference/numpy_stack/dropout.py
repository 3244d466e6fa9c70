"""Dropout, inverted: what is kept is enlarged in training, so that nothing changes afterwards."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_same_shape
from .limits import require_fraction


def dropout(x: ArrayLike, rate: float, u: ArrayLike, training: bool = True) -> Array:
    """Drop a share of the values at random and enlarge the others.

        y = x · [u ≥ rate] / (1 - rate)        in training, else x

    Args:
        x: any shape.
        rate: share that is dropped, 0 ≤ rate < 1.
        u: samples of the uniform distribution on [0, 1), of x's shape.
        training: False returns x's values.

    Returns:
        A new array of x's shape, with x as its expectation.

    Raises:
        ValueError: if the shapes differ or the rate is not in [0, 1).

    Source: S1 6.7; Srivastava et al. 2014, in the inverted form that Keras has.

    Example:
        >>> dropout([1.0, 2.0, 3.0], 0.5, [0.7, 0.2, 0.5])
        array([2., 0., 6.])
    """
    (x,) = floating(x)
    return _dropped(x, rate, u) if training else x.copy()


def dropout_backward(dy: ArrayLike, rate: float, u: ArrayLike) -> Array:
    """Gradient of a loss in the argument of `dropout`, in training.

        dx = dy · [u ≥ rate] / (1 - rate)

    Args:
        dy: gradient of the loss in the result, any shape.
        rate, u: those of the forward pass.

    Returns:
        An array of dy's shape.

    Raises:
        ValueError: if the shapes differ or the rate is not in [0, 1).

    Source: S1 6.7.

    Example:
        >>> dropout_backward([1.0, 1.0], 0.75, [0.8, 0.2])
        array([4., 0.])
    """
    (dy,) = floating(dy)
    return _dropped(dy, rate, u)


def _dropped(values: Array, rate: float, u: ArrayLike) -> Array:
    require_fraction(rate=rate)
    u = np.asarray(u)
    require_same_shape(values=values, u=u)
    return np.where(u >= rate, values / (1 - float(rate)), np.zeros_like(values))
