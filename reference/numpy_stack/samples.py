"""What a set of samples must be: equally many of everything, labels within their classes."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Indices = NDArray[np.integer[Any]]


def class_labels(labels: ArrayLike, n_classes: int, name: str = "labels") -> Indices:
    """The labels as an integer array; ValueError unless they are whole numbers from 0 to n_classes - 1.

    Example:
        >>> class_labels([True, False, True], 2)
        array([1, 0, 1])
    """
    array = np.asarray(labels)
    if array.size == 0 or array.dtype == np.bool_:
        array = array.astype(np.int64)
    if not np.issubdtype(array.dtype, np.integer):
        raise ValueError(f"{name} must be integers. Received: dtype {array.dtype}")
    if array.size and (array.min() < 0 or array.max() >= n_classes):
        received = f"values from {array.min()} to {array.max()}"
        raise ValueError(f"{name} must be at least 0 and below {n_classes}. Received: {received}")
    return array


def require_samples(**arrays: NDArray[Any]) -> None:
    """Raise ValueError unless all arrays have one length, and that is not 0.

    Example:
        >>> require_samples(x=np.zeros((3, 2)), y=np.zeros(2))
        Traceback (most recent call last):
        ValueError: x, y must hold one or more samples, equally many. Received: x (3, 2), y (2,)
    """
    lengths = {name: len(array) if array.ndim else None for name, array in arrays.items()}
    if len(set(lengths.values())) > 1 or not all(lengths.values()):
        received = ", ".join(f"{name} {array.shape}" for name, array in arrays.items())
        raise ValueError(f"{', '.join(arrays)} must hold one or more samples, equally many. Received: {received}")
