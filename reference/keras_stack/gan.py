"""The losses of a generative adversarial network, through Keras's binary cross-entropy."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from .tensors import Tensor, floating


def discriminator_loss(real_logits: Any, fake_logits: Any) -> Tensor:
    """Cross-entropy of label 1 for real and 0 for generated samples: the sum of the two means."""
    real, fake = floating(real_logits, fake_logits)
    return _cross_entropy(ops.ones_like(real), real) + _cross_entropy(ops.zeros_like(fake), fake)


def generator_loss(fake_logits: Any) -> Tensor:
    """The non-saturating loss: cross-entropy of label 1 for generated samples."""
    (fake,) = floating(fake_logits)
    return _cross_entropy(ops.ones_like(fake), fake)


def minimax_value(d_real: Any, d_fake: Any) -> Tensor:
    """mean log D(x) + mean log(1 - D(G(z))) of probabilities.

    Not through the cross-entropy, which clips probabilities to [1e-7, 1 - 1e-7].
    """
    real, fake = floating(d_real, d_fake)
    return ops.mean(ops.log(real)) + ops.mean(ops.log1p(-fake))


def _cross_entropy(labels: Tensor, logits: Tensor) -> Tensor:
    return ops.mean(keras.losses.binary_crossentropy(labels, logits, from_logits=True))
