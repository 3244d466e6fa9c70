"""Losses of classifiers, through `keras.losses`, and their gradients by the tape."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from .tensors import Tensor, floating, value_and_gradients


def binary_cross_entropy(y: Any, p: Any, eps: float = 1e-7) -> Tensor:
    """Cross-entropy of labels and probabilities of one shape, the mean over all elements.

    Keras clips at its own epsilon, 1e-7, so that a smaller eps has no effect here.
    """
    y, p = floating(y, p)
    return ops.mean(keras.losses.binary_crossentropy(y, ops.clip(p, eps, 1 - eps)))


def binary_cross_entropy_grad(y: Any, p: Any, eps: float = 1e-7) -> Tensor:
    """Gradient of `binary_cross_entropy` with respect to p; p's shape."""
    y, p = floating(y, p)
    _, (gradient,) = value_and_gradients(lambda t: binary_cross_entropy(y, t, eps), p)
    return gradient


def bce_from_logits(y: Any, z: Any) -> Tensor:
    """Cross-entropy of labels and logits of one shape, the mean over all elements."""
    y, z = floating(y, z)
    return ops.mean(keras.losses.binary_crossentropy(y, z, from_logits=True))


def bce_from_logits_grad(y: Any, z: Any) -> Tensor:
    """Gradient of `bce_from_logits` with respect to z; z's shape."""
    y, z = floating(y, z)
    _, (gradient,) = value_and_gradients(lambda t: bce_from_logits(y, t), z)
    return gradient


def cross_entropy(y_onehot: Any, p: Any, eps: float = 1e-7) -> Tensor:
    """Cross-entropy of one-hot labels and class probabilities (n, k), the mean over the batch.

    Not through `keras.losses.categorical_crossentropy`, which divides each row of p by its sum.
    """
    y, p = floating(y_onehot, p)
    return -ops.mean(ops.sum(y * ops.log(ops.clip(p, eps, 1 - eps)), axis=-1))


def cross_entropy_grad(y_onehot: Any, p: Any, eps: float = 1e-7) -> Tensor:
    """Gradient of `cross_entropy` with respect to p; p's shape."""
    y, p = floating(y_onehot, p)
    _, (gradient,) = value_and_gradients(lambda t: cross_entropy(y, t, eps), p)
    return gradient


def sparse_cross_entropy(labels: Any, logits: Any) -> Tensor:
    """Cross-entropy of integer labels (n,) and class scores (n, k), the mean over the batch."""
    (logits,) = floating(logits)
    labels = ops.convert_to_tensor(labels, "int64")
    return ops.mean(keras.losses.sparse_categorical_crossentropy(labels, logits, from_logits=True))


def softmax_cross_entropy_grad(labels: Any, logits: Any) -> Tensor:
    """Gradient of `sparse_cross_entropy` with respect to the logits (n, k)."""
    (logits,) = floating(logits)
    _, (gradient,) = value_and_gradients(lambda z: sparse_cross_entropy(labels, z), logits)
    return gradient
