"""Gradients kept from exploding, through TensorFlow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import tensorflow as tf

from .tensors import Tensor, floating


def clip_by_global_norm(grads: Sequence[Any], max_norm: float) -> tuple[list[Tensor], Tensor]:
    """(clipped, norm) by `tf.clip_by_global_norm`; the norm is the one before."""
    clipped, norm = tf.clip_by_global_norm(floating(*grads), max_norm)
    return list(clipped), norm
