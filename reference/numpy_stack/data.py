"""Raw data made ready for a network: labels, images and columns of numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .arrays import Array, floating, require_fit
from .digits import load_digits as load_digits
from .limits import require_at_least
from .samples import class_labels, require_samples


def one_hot(labels: ArrayLike, n_classes: int) -> Array:
    """Each label as a vector that is 1 at the label's place and 0 elsewhere.

        y[i, k] = 1 if labels[i] = k else 0

    Args:
        labels: integers from 0 to n_classes - 1, any shape.
        n_classes: length of the vectors.

    Returns:
        float64, the labels' shape with an axis of length n_classes added at the end.

    Raises:
        ValueError: if a label is not one of the classes.

    Source: S4 4.

    Example:
        >>> one_hot([2, 0], 3)
        array([[0., 0., 1.],
               [1., 0., 0.]])
    """
    require_at_least(1, n_classes=n_classes)
    return np.eye(n_classes)[class_labels(labels, n_classes)]


def scale_images(x: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Bytes as numbers from 0 to 1, with the channel axis that convolutions want.

        y[…, 0] = x / 255

    Args:
        x: uint8, grey images (n, height, width); any shape will do.

    Returns:
        float32, x's shape with an axis of length 1 added at the end.

    Raises:
        ValueError: if x is not of dtype uint8, for then 255 need not be its white.

    Source: S1 4.

    Example:
        >>> scale_images(np.array([[[0, 51, 255]]], dtype="uint8"))[0, 0, :, 0]
        array([0. , 0.2, 1. ], dtype=float32)
    """
    x = np.asarray(x)
    if x.dtype != np.uint8:
        raise ValueError(f"x must be of dtype uint8. Received: dtype {x.dtype}")
    return x[..., np.newaxis].astype(np.float32) / np.float32(255)


def standardise(train: ArrayLike, test: ArrayLike) -> tuple[Array, Array]:
    """Columns of mean 0 and variance 1, by the statistics of the training data alone.

        z = (x - mean(train)) / std(train)        0 where a column of train is constant

    The test data must not leak into the statistics: it stands for data that nobody has seen yet.

    Args:
        train: (n, d), at least one sample.
        test: (m, d).

    Returns:
        (train, test) standardised, of their shapes. A column whose maximum and minimum in train are
        equal is 0 in both: it says nothing, and its standard deviation may be off 0 by rounding.

    Raises:
        ValueError: if train is empty or the two have different columns.

    Source: S1 6.7.

    Example:
        >>> standardise([[1.0, 7.0], [3.0, 7.0]], [[4.0, 9.0]])
        (array([[-1.,  0.],
               [ 1.,  0.]]), array([[2., 0.]]))
    """
    train, test = floating(train, test)
    require_samples(train=train)
    fits = train.ndim == test.ndim and train.shape[1:] == test.shape[1:]
    require_fit(fits, "train and test must have the same columns", train=train, test=test)
    constant = train.max(axis=0) == train.min(axis=0)
    mean, scale = train.mean(axis=0), np.where(constant, 1, train.std(axis=0))

    def standard(x: Array) -> Array:
        return np.where(constant, 0, (x - mean) / scale)

    return standard(train), standard(test)
