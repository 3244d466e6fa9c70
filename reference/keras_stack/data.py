"""Labels made ready for a network, through `keras.ops`."""

from __future__ import annotations

from typing import Any

from keras import ops

from .tensors import Tensor


def one_hot(labels: Any, n_classes: int) -> Tensor:
    """Each label as a float64 vector of length n_classes that is 1 at the label's place."""
    return ops.one_hot(labels, n_classes, dtype="float64")
