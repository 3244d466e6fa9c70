"""Data divided into parts: for training and testing, into batches, into folds."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .limits import require_at_least
from .samples import Indices, class_labels, require_samples

Samples = NDArray[Any]


def train_test_split(
    x: ArrayLike, y: ArrayLike, test_fraction: float, order: ArrayLike
) -> tuple[Samples, Samples, Samples, Samples]:
    """Samples in a given order, the first part for testing and the rest for training.

        test = order[:⌈n · test_fraction⌉]        train = the rest of order

    Args:
        x: inputs (n, …), any dtype.
        y: targets (n, …), any dtype.
        test_fraction: from 0 to 1.
        order: a permutation of 0 … n - 1.

    Returns:
        (x_train, x_test, y_train, y_test), new arrays.

    Raises:
        ValueError: if the lengths differ, the fraction is out of range or order is no permutation.

    Source: S4 4.

    Example:
        >>> train_test_split([10, 11, 12, 13], [0, 1, 2, 3], 0.3, order=[3, 1, 0, 2])
        (array([10, 12]), array([13, 11]), array([0, 2]), array([3, 1]))
    """
    x, y = np.asarray(x), np.asarray(y)
    require_samples(x=x, y=y)
    if not 0 <= test_fraction <= 1:
        raise ValueError(f"test_fraction must be from 0 to 1. Received: test_fraction={test_fraction}")
    order = _permutation(order, len(x))
    test, train = np.split(order, [math.ceil(len(x) * test_fraction)])
    return x[train], x[test], y[train], y[test]


def minibatches(x: ArrayLike, y: ArrayLike, batch_size: int, order: ArrayLike) -> list[tuple[Samples, Samples]]:
    """Samples in a given order, cut into batches; the last one may be smaller.

    Args:
        x: inputs (n, …), any dtype.
        y: targets (n, …), any dtype.
        batch_size: samples in a batch, 1 or more.
        order: a permutation of 0 … n - 1.

    Returns:
        ⌈n / batch_size⌉ pairs (xb, yb), new arrays.

    Raises:
        ValueError: if the lengths differ, batch_size is below 1 or order is no permutation.

    Source: S4 3.2.

    Example:
        >>> minibatches([10, 11, 12], [0, 1, 2], batch_size=2, order=[2, 0, 1])
        [(array([12, 10]), array([2, 0])), (array([11]), array([1]))]
    """
    x, y = np.asarray(x), np.asarray(y)
    require_samples(x=x, y=y)
    require_at_least(1, batch_size=batch_size)
    order = _permutation(order, len(x))
    batches = [order[start : start + batch_size] for start in range(0, len(x), batch_size)]
    return [(x[batch], y[batch]) for batch in batches]


def k_fold(n: int, k: int) -> list[tuple[Indices, Indices]]:
    """Samples divided into k parts, each of which is held out once for validation.

    Args:
        n: number of samples.
        k: number of folds, from 2 to n.

    Returns:
        k pairs (train_idx, val_idx), ascending. The validation parts are contiguous and in order; the
        first n mod k of them are one larger.

    Raises:
        ValueError: if k is below 2 or above n.

    Source: S1 6.7.

    Example:
        >>> k_fold(5, 2)
        [(array([3, 4]), array([0, 1, 2])), (array([0, 1, 2]), array([3, 4]))]
    """
    if not 2 <= k <= n:
        raise ValueError(f"k must be from 2 to n. Received: n={n}, k={k}")
    indices = np.arange(n)
    return [(np.setdiff1d(indices, fold), fold) for fold in np.array_split(indices, k)]


def _permutation(order: ArrayLike, n: int) -> Indices:
    indices = class_labels(order, n, "order")
    if indices.shape != (n,) or len(np.unique(indices)) < n:
        raise ValueError(f"order must hold each of 0 to {n - 1} once. Received: order of shape {indices.shape}")
    return indices
