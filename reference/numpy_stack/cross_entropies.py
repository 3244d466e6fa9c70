"""Losses of classifiers, from probabilities and from logits, and their gradients in either.

From probabilities a loss must clip, and cannot tell 1e-20 from 1e-7; from logits it is exact.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .activations import log_softmax, sigmoid, softmax, softplus
from .arrays import Array, floating, require_fit, require_same_shape


def binary_cross_entropy(y: ArrayLike, p: ArrayLike, eps: float = 1e-7) -> float:
    """Cross-entropy of yes-or-no labels and probabilities, the mean over all elements.

        bce = -1/N · Σ (y log p + (1 - y) log(1 - p))        p clipped to [eps, 1 - eps]

    Args:
        y: labels, 0 or 1 or between, any shape.
        p: probabilities of label 1, the same shape.
        eps: distance that p keeps from 0 and 1, above 0 and below ½.

    Returns:
        A number, at most -log eps.

    Raises:
        ValueError: if the shapes differ, there are no elements, or eps is outside (0, ½).

    Source: S1 2.3, S3 2.4; clipped as in Keras.

    Example:
        >>> binary_cross_entropy([1, 0], [0.5, 0.5])
        0.6931471805599453
    """
    y, p = _pair(y=y, p=p)
    p = _clip(p, eps)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log1p(-p)))


def binary_cross_entropy_grad(y: ArrayLike, p: ArrayLike, eps: float = 1e-7) -> Array:
    """Gradient of `binary_cross_entropy` with respect to the probabilities.

        ∂bce/∂p = 1/N · ((1 - y) / (1 - p) - y / p) where eps ≤ p ≤ 1 - eps, else 0

    Args:
        y: labels, any shape.
        p: probabilities, the same shape.
        eps: as in `binary_cross_entropy`.

    Returns:
        An array of that shape; 0 where p was clipped, because there the loss does not change.

    Raises:
        ValueError: if the shapes differ, there are no elements, or eps is outside (0, ½).

    Source: S1 2.3, S3 2.4.

    Example:
        >>> binary_cross_entropy_grad([1, 0, 1], [0.5, 0.5, 0.0])
        array([-0.66666667,  0.66666667,  0.        ])
    """
    y, p = _pair(y=y, p=p)
    clipped = _clip(p, eps)
    slope = (1 - y) / (1 - clipped) - y / clipped
    return np.where(clipped == p, slope / p.size, 0).astype(p.dtype)


def bce_from_logits(y: ArrayLike, z: ArrayLike) -> float:
    """Cross-entropy of yes-or-no labels and logits, the mean over all elements; exact far out.

        bce = 1/N · Σ (y softplus(-z) + (1 - y) softplus(z))        softplus(-z) = -log σ(z)

    Args:
        y: labels, 0 or 1 or between, any shape.
        z: logits of label 1, the same shape.

    Returns:
        A number.

    Raises:
        ValueError: if the shapes differ or there are no elements.

    Source: S1 2.3.

    Example:
        >>> bce_from_logits([1, 0], [-1000.0, -1000.0])
        500.0
    """
    y, z = _pair(y=y, z=z)
    return float(np.mean(y * softplus(-z) + (1 - y) * softplus(z)))


def bce_from_logits_grad(y: ArrayLike, z: ArrayLike) -> Array:
    """Gradient of `bce_from_logits` with respect to the logits.

        ∂bce/∂z = 1/N · (σ(z) - y) = 1/N · ((1 - y) σ(z) - y σ(-z))

    Args:
        y: labels, any shape.
        z: logits, the same shape.

    Returns:
        An array of that shape.

    Raises:
        ValueError: if the shapes differ or there are no elements.

    Source: S1 2.3.

    Example:
        >>> bce_from_logits_grad([1, 0], [0.0, 1000.0])
        array([-0.25,  0.5 ])
    """
    y, z = _pair(y=y, z=z)
    return ((1 - y) * sigmoid(z) - y * sigmoid(-z)) / z.size


def cross_entropy(y_onehot: ArrayLike, p: ArrayLike, eps: float = 1e-7) -> float:
    """Cross-entropy of one-hot labels and class probabilities, the mean over the batch.

        ce = -1/n · Σₙ Σₖ yₙₖ log pₙₖ        p clipped to [eps, 1 - eps], rows not renormalised

    Args:
        y_onehot: labels (n, k), each row a distribution.
        p: class probabilities (n, k).
        eps: distance that p keeps from 0 and 1, above 0 and below ½.

    Returns:
        A number.

    Raises:
        ValueError: if the shapes differ or have no class axis, the batch is empty, or eps is outside (0, ½).

    Source: S1 2.3; Keras divides each row by its sum first, which changes nothing for probabilities.

    Example:
        >>> cross_entropy([[0, 1], [1, 0]], [[0.5, 0.5], [0.5, 0.5]])
        0.6931471805599453
    """
    y, p = _pair(y_onehot=y_onehot, p=p)
    return float(-np.sum(y * np.log(_clip(p, eps))) / _batch(p))


def cross_entropy_grad(y_onehot: ArrayLike, p: ArrayLike, eps: float = 1e-7) -> Array:
    """Gradient of `cross_entropy` with respect to the probabilities, each taken as free.

        ∂ce/∂p = -1/n · y / p where eps ≤ p ≤ 1 - eps, else 0

    Args:
        y_onehot: labels (n, k).
        p: class probabilities (n, k).
        eps: as in `cross_entropy`.

    Returns:
        An array (n, k).

    Raises:
        ValueError: if the shapes differ or have no class axis, the batch is empty, or eps is outside (0, ½).

    Source: S1 2.3.

    Example:
        >>> cross_entropy_grad([[0, 1], [1, 0]], [[0.5, 0.5], [0.0, 1.0]])
        array([[-0., -1.],
               [ 0.,  0.]])
    """
    y, p = _pair(y_onehot=y_onehot, p=p)
    clipped = _clip(p, eps)
    return np.where(clipped == p, -y / clipped / _batch(p), 0).astype(p.dtype)


def sparse_cross_entropy(labels: ArrayLike, logits: ArrayLike) -> float:
    """Cross-entropy of integer labels and class scores, the mean over the batch; exact far out.

        ce = 1/n · Σₙ (log Σₖ e^(zₙₖ) - zₙ,label)

    Args:
        labels: integers from 0 to k - 1, (n,).
        logits: class scores (n, k).

    Returns:
        A number.

    Raises:
        ValueError: if the shapes do not fit, the batch is empty, or a label is no class.

    Source: S1 4.

    Example:
        >>> sparse_cross_entropy([0, 1], [[0.0, 1000.0], [0.0, 1000.0]])
        500.0
    """
    labels, logits = _labelled(labels, logits)
    picked = np.take_along_axis(log_softmax(logits), labels[..., None], axis=-1)
    return float(-np.mean(picked))


def softmax_cross_entropy_grad(labels: ArrayLike, logits: ArrayLike) -> Array:
    """Gradient of `sparse_cross_entropy` with respect to the logits.

        ∂ce/∂z = 1/n · (softmax(z) - onehot(labels))

    Args:
        labels: integers from 0 to k - 1, (n,).
        logits: class scores (n, k).

    Returns:
        An array (n, k); each row sums to 0.

    Raises:
        ValueError: if the shapes do not fit, the batch is empty, or a label is no class.

    Source: S1 2.2, S1 4; Bridle 1990.

    Example:
        >>> softmax_cross_entropy_grad([0, 1], [[0.0, 0.0], [0.0, 1000.0]])
        array([[-0.25,  0.25],
               [ 0.  ,  0.  ]])
    """
    labels, logits = _labelled(labels, logits)
    is_label = np.arange(logits.shape[-1]) == labels[..., None]
    return np.asarray((softmax(logits) - is_label) / labels.size)


def _pair(**arguments: ArrayLike) -> list[Array]:
    """Labels and predictions as arrays of one dtype, once they are known to have one shape."""
    arrays = dict(zip(arguments, floating(*arguments.values())))
    require_same_shape(**arrays)
    require_fit(min(array.size for array in arrays.values()) > 0, "a mean needs at least one element", **arrays)
    return list(arrays.values())


def _clip(p: Array, eps: float) -> Array:
    """p within [eps, 1 - eps], in single precision at least: half has nothing between 1 - 1e-4 and 1."""
    if not 0 < eps < 0.5:
        raise ValueError(f"eps must be above 0 and below 0.5. Received: eps={eps}")
    wide = p.astype(np.promote_types(p.dtype, np.float32), copy=False)
    return np.asarray(np.clip(wide, float(eps), 1 - float(eps)))


def _batch(p: Array) -> int:
    """How many distributions p holds along its last axis."""
    require_fit(p.ndim > 0, "the last axis is that of the classes", p=p)
    return int(p.size // p.shape[-1])


def _labelled(labels: ArrayLike, logits: ArrayLike) -> tuple[NDArray[Any], Array]:
    """Labels and logits as arrays, once every label is known to be a class."""
    labels = np.asarray(labels)
    (logits,) = floating(logits)
    fits = logits.ndim > 0 and labels.shape == logits.shape[:-1] and logits.size > 0
    require_fit(fits, "labels are (n,), logits (n, k), with n and k at least 1", labels=labels, logits=logits)
    if not np.issubdtype(labels.dtype, np.integer):
        raise ValueError(f"labels must be integers. Received: labels of dtype {labels.dtype}")
    if labels.min() < 0 or labels.max() >= logits.shape[-1]:
        raise ValueError(
            f"labels must be from 0 to {logits.shape[-1] - 1}. Received: labels from {labels.min()} to {labels.max()}"
        )
    return labels, logits
