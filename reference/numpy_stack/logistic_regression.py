"""The probability of one of two classes, linear in its logit."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .activations import sigmoid
from .arrays import Array, floating, require_fit
from .limits import require_at_least
from .samples import require_samples


def fit_logistic(x: ArrayLike, y: ArrayLike, lr: float, steps: int) -> tuple[Array, float]:
    """Logistic regression by gradient descent on the mean cross-entropy, from zeros.

        p = σ(x w + b)        w ← w - lr · 1/n · xᵀ(p - y)        b ← b - lr · 1/n · Σ (p - y)

    Args:
        x: inputs (n, d).
        y: 0 or 1 (n,).
        lr: learning rate, 0 or more.
        steps: number of updates on the whole batch, 0 or more.

    Returns:
        (w, b), w (d,) and b a number; both are updated together, by the gradients at the old ones.

    Raises:
        ValueError: if the shapes do not fit, there is no sample, a y is neither 0 nor 1, or lr or
            steps is negative.

    Source: S2 4.2.

    Example:
        >>> fit_logistic([[1.0], [3.0]], [0.0, 1.0], lr=2.0, steps=1)
        (array([1.]), 0.0)
    """
    (x,), y = floating(x), np.asarray(y)
    require_fit(x.ndim == 2 and y.ndim == 1, "x is (n, d) and y (n,)", x=x, y=y)
    if not np.isin(y, (0, 1)).all():
        raise ValueError(f"y must hold 0 and 1 only. Received: y with {y[~np.isin(y, (0, 1))][0]}")
    require_samples(x=x, y=y)
    y = y.astype(x.dtype)
    require_at_least(0, lr=lr, steps=steps)
    w, b = np.zeros_like(x[0]), x.dtype.type(0)
    for _ in range(steps):
        slope = (sigmoid(x @ w + b) - y) / len(y)
        w, b = w - float(lr) * (x.T @ slope), b - float(lr) * slope.sum()
    return w, float(b)


def predict_proba(x: ArrayLike, w: ArrayLike, b: float) -> Array:
    """The probability of class 1.

        p = σ(x w + b)

    Args:
        x: inputs (n, d).
        w: weights (d,).
        b: bias, a number.

    Returns:
        Probabilities (n,).

    Raises:
        ValueError: if the shapes do not fit.

    Source: S2 4.2.

    Example:
        >>> predict_proba([[1.0], [-1000.0]], [2.0], -2.0)
        array([0.5, 0. ])
    """
    x, w = floating(x, w)
    require_fit(x.ndim == 2 and w.shape == x.shape[1:], "x is (n, d) and w (d,)", x=x, w=w)
    return sigmoid(x @ w + float(b))
