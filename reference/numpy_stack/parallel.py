"""One batch on several workers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_same_shape
from .limits import require_at_least


def all_reduce_mean(worker_grads: Sequence[ArrayLike], worker_batch_sizes: Sequence[int]) -> Array:
    """The gradient of the whole batch from the workers' gradients of their parts.

        g = Σ_w n_w · g_w / Σ_w n_w

    Each worker has the mean over its own part, so a plain mean of these is right only if all parts
    are equally large.

    Args:
        worker_grads: one gradient of each worker, all of one shape.
        worker_batch_sizes: samples of each worker, 0 or more, at least one sample in all.

    Returns:
        An array of that shape.

    Raises:
        ValueError: if there is no worker, the shapes or the numbers of workers differ, a size is
            negative or all are 0.

    Source: S1 1 and 5.

    Example:
        >>> all_reduce_mean([[1.0, 2.0], [4.0, 8.0]], [2, 1])
        array([2., 4.])
    """
    if len(worker_grads) != len(worker_batch_sizes) or sum(worker_batch_sizes) == 0:
        received = f"{len(worker_grads)} gradients, sizes {list(worker_batch_sizes)}"
        raise ValueError(f"each worker has a gradient and a size, one of them above 0. Received: {received}")
    require_at_least(0, **{f"worker_batch_sizes[{w}]": size for w, size in enumerate(worker_batch_sizes)})
    grads = floating(*worker_grads)
    require_same_shape(**{f"worker_grads[{w}]": grad for w, grad in enumerate(grads)})
    shares = np.array(worker_batch_sizes) / sum(worker_batch_sizes)
    return np.asarray(np.tensordot(shares.astype(grads[0].dtype), np.stack(grads), axes=1))
