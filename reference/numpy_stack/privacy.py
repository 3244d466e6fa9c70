"""Training that does not reveal its single examples."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating
from .limits import require_at_least, require_positive
from .samples import require_samples


def private_gradient(per_example_grads: ArrayLike, clip: float, noise_multiplier: float, noise: ArrayLike) -> Array:
    """The mean gradient of a batch in which no example counts for more than `clip`, with noise.

        g = (Σᵢ gᵢ · min(1, clip / ‖gᵢ‖₂) + noise_multiplier · clip · noise) / n

    Args:
        per_example_grads: gradients of the single examples (n, …).
        clip: largest norm of one example's gradient, above 0.
        noise_multiplier: standard deviation of the noise, in units of clip, 0 or more.
        noise: standard normal numbers of one gradient's shape (…), drawn by the caller.

    Returns:
        An array (…).

    Raises:
        ValueError: if there is no example, clip is not positive, noise_multiplier is negative or
            the noise has another shape.

    Source: Abadi et al. 2016, Algorithm 1; S2 7.

    Example:
        >>> private_gradient([[3.0, 4.0], [0.0, 0.5]], clip=1.0, noise_multiplier=0.5, noise=[2.0, 0.0])
        array([0.8 , 0.65])
    """
    require_positive(clip=clip)
    require_at_least(0, noise_multiplier=noise_multiplier)
    grads, noise = floating(per_example_grads, noise)
    require_samples(per_example_grads=grads)
    if noise.shape != grads.shape[1:]:
        raise ValueError(f"noise must have one gradient's shape {grads.shape[1:]}. Received: noise {noise.shape}")
    n, clip = len(grads), float(clip)
    norms = np.linalg.norm(grads.reshape(n, -1), axis=1)
    factors = clip / np.maximum(norms, clip)
    return np.asarray((np.tensordot(factors, grads, axes=1) + float(noise_multiplier) * clip * noise) / n)
