"""One batch on several workers, through `keras.ops.average`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from keras import ops

from .tensors import Tensor, dtype_of, floating


def all_reduce_mean(worker_grads: Sequence[Any], worker_batch_sizes: Sequence[int]) -> Tensor:
    """The mean of the workers' gradients, weighed by their numbers of samples."""
    grads = ops.stack(floating(*worker_grads))
    return ops.average(grads, axis=0, weights=ops.cast(worker_batch_sizes, dtype_of(grads)))
