"""A straight line through data, by descent and at once."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_fit
from .limits import require_at_least
from .losses import mse_grad
from .samples import require_samples


def fit_linear(x: ArrayLike, y: ArrayLike, lr: float, steps: int) -> tuple[Array, float]:
    """Linear regression by gradient descent on the mean squared error, from zeros.

        ŷ = x w + b        w ← w - lr · 2/n · xᵀ(ŷ - y)        b ← b - lr · 2/n · Σ (ŷ - y)

    Args:
        x: inputs (n, d).
        y: targets (n,).
        lr: learning rate, 0 or more.
        steps: number of updates, 0 or more.

    Returns:
        (w, b), w (d,) and b a number; both are updated together, by the gradients at the old ones.

    Raises:
        ValueError: if the shapes do not fit, there is no sample, or lr or steps is negative.

    Source: S2 4.1 and 5, whose gradients lack the factor 2 of their loss.

    Example:
        >>> fit_linear([[1.0], [3.0]], [1.0, 5.0], lr=0.125, steps=1)
        (array([2.]), 0.75)
    """
    x, y = _samples(x, y)
    require_at_least(0, lr=lr, steps=steps)
    w, b = np.zeros_like(x[0]), x.dtype.type(0)
    for _ in range(steps):
        slope = mse_grad(y, x @ w + b)
        w, b = w - float(lr) * (x.T @ slope), b - float(lr) * slope.sum()
    return w, float(b)


def solve_linear(x: ArrayLike, y: ArrayLike, l2: float = 0.0) -> tuple[Array, float]:
    """Linear regression at once: the minimum of the squared errors and a penalty of the weights.

        minimise Σ (y - x w - b)² + l2 · Σ w²        (the bias is not penalised)

    The best b is mean(y) - mean(x) w whatever w is, so it is eliminated by centring x and y; the
    penalty is d more equations √l2 · w = 0. Where many w are equally good (fewer samples than
    columns, or columns that depend on each other), the shortest is taken.

    Args:
        x: inputs (n, d).
        y: targets (n,).
        l2: strength of the penalty, 0 or more.

    Returns:
        (w, b), w (d,) and b a number.

    Raises:
        ValueError: if the shapes do not fit, there is no sample or l2 is negative.

    Source: S2 4.1; Hoerl & Kennard 1970 for l2 > 0.

    Example:
        >>> w, b = solve_linear([[1.0], [2.0], [3.0]], [5.0, 7.0, 9.0])
        >>> w.round(6), round(b, 6)
        (array([2.]), 3.0)
    """
    x, y = _samples(x, y)
    require_at_least(0, l2=l2)
    x_mean, y_mean = x.mean(axis=0), y.mean()
    penalty = math.sqrt(l2) * np.eye(x.shape[1], dtype=x.dtype)
    equations = np.vstack([x - x_mean, penalty])
    targets = np.concatenate([y - y_mean, np.zeros_like(x_mean)])
    solvable = np.promote_types(x.dtype, np.float32)  # LAPACK has no float16
    w = np.linalg.lstsq(equations.astype(solvable), targets.astype(solvable), rcond=None)[0].astype(x.dtype)
    return w, float(y_mean - x_mean @ w)


def _samples(x: ArrayLike, y: ArrayLike) -> tuple[Array, Array]:
    x, y = floating(x, y)
    require_fit(x.ndim == 2 and y.ndim == 1, "x is (n, d) and y (n,)", x=x, y=y)
    require_samples(x=x, y=y)
    return x, y
