"""The probabilities of several classes, linear in their logits."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_fit
from .limits import require_at_least
from .samples import class_labels, require_samples
from .softmax import softmax


def fit_softmax(x: ArrayLike, labels: ArrayLike, n_classes: int, lr: float, steps: int) -> tuple[Array, Array]:
    """Softmax regression by gradient descent on the mean cross-entropy, from zeros.

        P = softmax(x W + b)        W ← W - lr · 1/n · xᵀ(P - Y)        b ← b - lr · 1/n · Σᵢ (Pᵢ - Yᵢ)

    Args:
        x: inputs (n, d).
        labels: integers from 0 to n_classes - 1 (n,); Y is their one-hot form.
        n_classes: number of classes k.
        lr: learning rate, 0 or more.
        steps: number of updates on the whole batch, 0 or more.

    Returns:
        (W, b), W (d, k) and b (k,); both are updated together, by the gradients at the old ones.

    Raises:
        ValueError: if the shapes do not fit, there is no sample, a label is not one of the classes,
            or lr or steps is negative.

    Source: S1 4.

    Example:
        >>> fit_softmax([[1.0], [3.0]], [0, 1], n_classes=2, lr=2.0, steps=1)
        (array([[-1.,  1.]]), array([0., 0.]))
    """
    (x,) = floating(x)
    require_at_least(1, n_classes=n_classes)
    require_at_least(0, lr=lr, steps=steps)
    labels = class_labels(labels, n_classes)
    require_fit(x.ndim == 2 and labels.ndim == 1, "x is (n, d) and labels (n,)", x=x, labels=labels)
    require_samples(x=x, labels=labels)
    targets = np.eye(n_classes, dtype=x.dtype)[labels]
    W, b = np.zeros((x.shape[1], n_classes), dtype=x.dtype), np.zeros(n_classes, dtype=x.dtype)
    for _ in range(steps):
        slope = (softmax(x @ W + b) - targets) / len(x)
        W, b = W - float(lr) * (x.T @ slope), b - float(lr) * slope.sum(axis=0)
    return W, b
