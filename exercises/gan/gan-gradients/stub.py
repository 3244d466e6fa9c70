import numpy as np


def discriminator_loss_grad(real_logits, fake_logits):
    """Gradients of the discriminator's loss with respect to its logits.

    real_logits  logits of real samples, (n,) or (n, 1)
    fake_logits  logits of generated samples, (m,) or (m, 1)

    Returns (dreal, dfake), each in the shape of its logits.
    """
    raise NotImplementedError


def generator_loss_grad(fake_logits):
    """Gradient of the non-saturating generator loss with respect to the logits.

    fake_logits  logits of generated samples, (m,) or (m, 1)

    Returns an array of that shape.
    """
    raise NotImplementedError


def saturating_generator_loss(fake_logits):
    """The generator's loss of the minimax game: the mean of log(1 - D(G(z))).

    fake_logits  logits of generated samples, (m,) or (m, 1)

    Returns one number; it is never positive.
    """
    raise NotImplementedError
