"""Private training, through `tf.clip_by_norm`."""

from __future__ import annotations

from typing import Any

import tensorflow as tf
from keras import ops

from .tensors import Tensor, floating


def private_gradient(per_example_grads: Any, clip: float, noise_multiplier: float, noise: Any) -> Tensor:
    """The mean of the clipped gradients (n, …) and of noise (…)."""
    grads, noise = floating(per_example_grads, noise)
    clipped = tf.clip_by_norm(grads, clip, axes=list(range(1, ops.ndim(grads))))
    return (ops.sum(clipped, axis=0) + float(noise_multiplier) * float(clip) * noise) / grads.shape[0]
