"""A generative adversarial network: losses through Keras's binary cross-entropy, gradients by the tape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import keras
from keras import ops

from .optimizers import gradient_step
from .tensors import Tensor, floating, value_and_gradients


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


def discriminator_loss_grad(real_logits: Any, fake_logits: Any) -> tuple[Tensor, Tensor]:
    """(dreal, dfake) of `discriminator_loss`."""
    _, (dreal, dfake) = value_and_gradients(discriminator_loss, *floating(real_logits, fake_logits))
    return dreal, dfake


def generator_loss_grad(fake_logits: Any) -> Tensor:
    """Gradient of `generator_loss`."""
    _, (dfake,) = value_and_gradients(generator_loss, *floating(fake_logits))
    return dfake


def saturating_generator_loss(fake_logits: Any) -> Tensor:
    """What the generator lowers in the minimax game: minus the cross-entropy of label 0."""
    (fake,) = floating(fake_logits)
    return -_cross_entropy(ops.zeros_like(fake), fake)


def saturating_generator_loss_grad(fake_logits: Any) -> Tensor:
    """Gradient of `saturating_generator_loss`."""
    _, (dfake,) = value_and_gradients(saturating_generator_loss, *floating(fake_logits))
    return dfake


def gan_step(params: Mapping[str, Any], real: Any, z: Any, lr: float) -> dict[str, Tensor]:
    """The discriminator's step of SGD, then the generator's against it; shapes as in `numpy_stack.gan`."""
    real, z, a, c, w, b = floating(real, z, *(params[name] for name in ("a", "c", "w", "b")))
    _, (dw, db) = value_and_gradients(lambda w, b: discriminator_loss(w * real + b, w * (a * z + c) + b), w, b)
    w, b = gradient_step(w, dw, lr), gradient_step(b, db, lr)
    _, (da, dc) = value_and_gradients(lambda a, c: generator_loss(w * (a * z + c) + b), a, c)
    return {"a": gradient_step(a, da, lr), "c": gradient_step(c, dc, lr), "w": w, "b": b}


def _cross_entropy(labels: Tensor, logits: Tensor) -> Tensor:
    return ops.mean(keras.losses.binary_crossentropy(labels, logits, from_logits=True))
