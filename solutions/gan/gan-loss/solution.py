import numpy as np


def softplus(z):
    return np.logaddexp(0, z)


def discriminator_loss(real_logits, fake_logits):
    return np.mean(softplus(-real_logits)) + np.mean(softplus(fake_logits))


def generator_loss(fake_logits):
    return np.mean(softplus(-fake_logits))


def minimax_value(d_real, d_fake):
    return np.mean(np.log(d_real)) + np.mean(np.log(1 - d_fake))
