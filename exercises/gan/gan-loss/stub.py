import numpy as np


def discriminator_loss(real_logits, fake_logits):
    """What the discriminator minimises: the mean over real samples plus the mean over fake ones.

    real_logits  logits of real samples, (n,) or (n, 1)
    fake_logits  logits of generated samples, (m,) or (m, 1)

    Returns one number.
    """
    raise NotImplementedError


def generator_loss(fake_logits):
    """What the generator minimises, in the non-saturating form: the mean of -log D(G(z)).

    fake_logits  logits of generated samples, (m,) or (m, 1)

    Returns one number.
    """
    raise NotImplementedError


def minimax_value(d_real, d_fake):
    """V(D, G) of the minimax game: the mean of log D(x) plus the mean of log(1 - D(G(z))).

    d_real  probabilities that the discriminator gives to real samples, (n,) or (n, 1)
    d_fake  probabilities that it gives to generated samples, (m,) or (m, 1)

    Returns one number; it is never positive.
    """
    raise NotImplementedError
