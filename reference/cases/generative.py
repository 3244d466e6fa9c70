"""Cases of the generative models: adversarial losses, the smallest GAN, and the autoencoder's bound."""

from __future__ import annotations

import numpy as np

from .drawing import Arguments, Case, Draw, normal


def _gan(lr: float, n: int, m: int) -> Draw:
    def arguments(rng: np.random.Generator) -> Arguments:
        params = dict(zip("acwb", map(np.asarray, rng.normal(size=4))))
        return params, rng.normal(3, 1, size=n), rng.normal(size=m), lr

    return arguments


def _vae(*options: float, pixels: tuple[int, ...] = (7,)) -> Draw:
    def arguments(rng: np.random.Generator) -> Arguments:
        x = rng.uniform(size=(4, *pixels))
        return x, 3 * rng.normal(size=x.shape), *rng.normal(size=(2, 4, 3)), *options

    return arguments


CASES: list[Case] = [
    ("gan.discriminator_loss_grad", normal((5, 1), (3, 1))),
    ("gan.discriminator_loss_grad", normal((1,), (4,))),
    ("gan.generator_loss_grad", normal((4, 1))),
    ("gan.saturating_generator_loss", normal((4, 1))),
    ("gan.saturating_generator_loss_grad", normal((4,))),
    ("gan.gan_step", _gan(0.1, 6, 4)),
    ("gan.gan_step", _gan(1.5, 1, 3)),
    ("vae.reparameterise", normal((4, 3), (4, 3), (4, 3))),
    ("vae.reparameterise_grad", normal((4, 3), (4, 3), (4, 3))),
    ("vae.kl_divergence", normal((4, 3), (4, 3))),
    ("vae.kl_divergence", normal((2, 3, 3, 2), (2, 3, 3, 2))),
    ("vae.kl_divergence_grad", normal((4, 3), (4, 3))),
    ("vae.vae_loss", _vae()),
    ("vae.vae_loss", _vae(0.3, pixels=(3, 2, 1))),
    ("vae.vae_loss_grad", _vae()),
    ("vae.vae_loss_grad", _vae(4.0, pixels=(3, 2, 1))),
]
