"""Scores made probabilities, through `keras.ops`."""

from __future__ import annotations

from typing import Any

from keras import ops

from .tensors import Tensor, floating


def softmax(z: Any, axis: int = -1) -> Tensor:
    """Probabilities proportional to exponentials along `axis`."""
    return ops.softmax(*floating(z), axis=axis)


def log_softmax(z: Any, axis: int = -1) -> Tensor:
    """The logarithm of the softmax along `axis`."""
    return ops.log_softmax(*floating(z), axis=axis)
