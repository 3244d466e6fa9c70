"""A generative adversarial network: its losses, their gradients, and one step of training."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from .activations import sigmoid, softplus
from .arrays import Array, floating, require_fit


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


def discriminator_loss_grad(real_logits: ArrayLike, fake_logits: ArrayLike) -> tuple[Array, Array]:
    """Gradients of `discriminator_loss` with respect to both sets of logits.

        ∂L_D/∂real = -σ(-real) / n_real        ∂L_D/∂fake = σ(fake) / n_fake

    Args:
        real_logits: logits of real samples, any shape.
        fake_logits: logits of generated samples, any shape; the two counts may differ.

    Returns:
        (dreal, dfake), each of its logits' shape and divided by its own count.

    Source: S3 3.3.3; Goodfellow et al. 2014.

    Example:
        >>> discriminator_loss_grad([0.0, 1000.0], [0.0])
        (array([-0.25, -0.  ]), array([0.5]))
    """
    real, fake = floating(real_logits, fake_logits)
    return -sigmoid(-real) / real.size, sigmoid(fake) / fake.size


def generator_loss_grad(fake_logits: ArrayLike) -> Array:
    """Gradient of `generator_loss`: it is largest where the discriminator is sure of a fake.

        ∂L_G/∂fake = -σ(-fake) / n

    Args:
        fake_logits: the discriminator's logits of generated samples, any shape.

    Returns:
        An array of that shape.

    Source: Goodfellow et al. 2014, section 3.

    Example:
        >>> generator_loss_grad([-1000.0, 0.0])
        array([-0.5 , -0.25])
    """
    (fake,) = floating(fake_logits)
    return -sigmoid(-fake) / fake.size


def saturating_generator_loss(fake_logits: ArrayLike) -> float:
    """The generator's loss in the minimax game, which it lowers.

        L = mean log(1 - σ(fake)) = -mean softplus(fake)

    Args:
        fake_logits: the discriminator's logits of generated samples, any shape.

    Returns:
        A number, at most 0.

    Source: S3 3.3.3, the term of V(D, G) that the generator can change.

    Example:
        >>> saturating_generator_loss([-1000.0, 1000.0])
        -500.0
    """
    (fake,) = floating(fake_logits)
    return float(-np.mean(softplus(fake)))


def saturating_generator_loss_grad(fake_logits: ArrayLike) -> Array:
    """Gradient of `saturating_generator_loss`: it dies where the discriminator is sure of a fake.

        ∂L/∂fake = -σ(fake) / n

    Args:
        fake_logits: the discriminator's logits of generated samples, any shape.

    Returns:
        An array of that shape.

    Source: Goodfellow et al. 2014, section 3, which therefore trains with `generator_loss`.

    Example:
        >>> saturating_generator_loss_grad([-1000.0, 0.0])
        array([-0.  , -0.25])
    """
    (fake,) = floating(fake_logits)
    return -sigmoid(fake) / fake.size


def gan_step(params: Mapping[str, ArrayLike], real: ArrayLike, z: ArrayLike, lr: float) -> dict[str, Array]:
    """One step of the smallest GAN: the discriminator learns first, then the generator against it.

        G(z) = a z + c        D's logit of x is w x + b
        w, b ← w, b - lr · ∇L_D        then        a, c ← a, c - lr · ∇L_G, with the new w and b

    Args:
        params: the numbers "a", "c" of the generator and "w", "b" of the discriminator.
        real: real samples (n,).
        z: noise (m,), used by both steps; m may differ from n.
        lr: learning rate.

    Returns:
        The new parameters under the same names.

    Raises:
        KeyError: if a name is missing.
        ValueError: if a parameter is not a single number.

    Source: S3 4.3, whose two networks were never trained against each other; Goodfellow et al. 2014, Algorithm 1.

    Example:
        >>> new = gan_step({"a": 1.0, "c": 0.0, "w": 0.0, "b": 0.0}, [3.0], [1.0], lr=1.0)
        >>> {name: round(float(value), 3) for name, value in new.items()}
        {'a': 1.269, 'c': 0.269, 'w': 1.0, 'b': 0.0}
    """
    real, z, a, c, w, b = floating(real, z, *(params[name] for name in ("a", "c", "w", "b")))
    require_fit(not any(value.ndim for value in (a, c, w, b)), "params are single numbers", a=a, c=c, w=w, b=b)
    lr, fake = float(lr), a * z + c
    dreal, dfake = discriminator_loss_grad(w * real + b, w * fake + b)
    w, b = w - lr * (np.sum(dreal * real) + np.sum(dfake * fake)), b - lr * (np.sum(dreal) + np.sum(dfake))
    dx = generator_loss_grad(w * fake + b) * w
    a, c = a - lr * np.sum(dx * z), c - lr * np.sum(dx)
    return {"a": np.asarray(a), "c": np.asarray(c), "w": np.asarray(w), "b": np.asarray(b)}
