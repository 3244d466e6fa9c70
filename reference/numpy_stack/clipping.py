"""Gradients kept from exploding."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating
from .limits import require_positive


def clip_by_global_norm(grads: Sequence[ArrayLike], max_norm: float) -> tuple[list[Array], float]:
    """All gradients of a model, made shorter together where they are too long together.

        norm = √(Σᵢ ‖gᵢ‖²)        gᵢ ← gᵢ · max_norm / norm  where norm > max_norm

    One factor for all: the direction of the step stays, which clipping each gradient would change.

    Args:
        grads: arrays of any shapes.
        max_norm: the longest that all gradients together may be, above 0.

    Returns:
        (clipped, norm): new arrays of the same shapes and dtypes, with the same values where norm is
        within the limit, and the norm from before.

    Raises:
        ValueError: if max_norm is not above 0.

    Source: Pascanu, Mikolov & Bengio 2013, Algorithm 1; S3 1 speaks of exploding gradients.

    Example:
        >>> clip_by_global_norm([[3.0], [0.0, 4.0]], max_norm=1.0)
        ([array([0.6]), array([0. , 0.8])], 5.0)
    """
    require_positive(max_norm=max_norm)
    arrays = [floating(grad)[0] for grad in grads]
    norm = float(np.sqrt(sum(float(np.sum(array**2)) for array in arrays)))
    scale = float(max_norm) / norm if norm > max_norm else 1.0
    return [np.asarray(array * scale) for array in arrays], norm
