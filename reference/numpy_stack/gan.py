"""The losses of a generative adversarial network."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .activations import softplus
from .arrays import floating


def discriminator_loss(real_logits: ArrayLike, fake_logits: ArrayLike) -> float:
    """Cross-entropy of a discriminator that should say 1 for real and 0 for generated samples.

        L_D = -mean log σ(real) - mean log(1 - σ(fake)) = mean softplus(-real) + mean softplus(fake)

    Args:
        real_logits: logits of real samples, any shape.
        fake_logits: logits of generated samples, any shape; the two counts may differ.

    Returns:
        A number: the sum of the two means, not their average.

    Source: S3 3.3.3; Goodfellow et al. 2014.

    Example:
        >>> discriminator_loss([1000.0, -1000.0], [-1000.0])
        500.0
    """
    real, fake = floating(real_logits, fake_logits)
    return float(np.mean(softplus(-real)) + np.mean(softplus(fake)))


def generator_loss(fake_logits: ArrayLike) -> float:
    """The generator's non-saturating loss: its samples should be taken for real ones.

        L_G = -mean log σ(fake) = mean softplus(-fake)

    Args:
        fake_logits: the discriminator's logits of generated samples, any shape.

    Returns:
        A number.

    Source: Goodfellow et al. 2014, section 3; S3 3.3.3 has only the saturating form.

    Example:
        >>> generator_loss([-1000.0, 1000.0])
        500.0
    """
    (fake,) = floating(fake_logits)
    return float(np.mean(softplus(-fake)))


def minimax_value(d_real: ArrayLike, d_fake: ArrayLike) -> float:
    """The value that the discriminator raises and the generator lowers.

        V(D, G) = mean log D(x) + mean log(1 - D(G(z)))

    Args:
        d_real: probabilities that the discriminator gives real samples, any shape.
        d_fake: probabilities that it gives generated samples, any shape.

    Returns:
        A number, at most 0; -inf where a probability rules out what happened.

    Source: S3 3.3.3.

    Example:
        >>> round(minimax_value([0.5, 0.5], [0.5]), 4)
        -1.3863
    """
    real, fake = floating(d_real, d_fake)
    with np.errstate(divide="ignore"):
        return float(np.mean(np.log(real)) + np.mean(np.log1p(-fake)))
