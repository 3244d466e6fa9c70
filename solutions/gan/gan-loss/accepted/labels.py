import numpy as np


def cross_entropy_from_logits(label, z):
    """Binary cross-entropy of one label for all: max(z, 0) - z·label + log(1 + exp(-|z|))."""
    return (np.clip(z, 0, None) - z * label + np.log1p(np.exp(-abs(z)))).mean()


def cross_entropy(label, p):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -(label * np.log(p) + (1 - label) * np.log(1 - p)).mean()


def discriminator_loss(real_logits, fake_logits):
    return float(cross_entropy_from_logits(1, real_logits) + cross_entropy_from_logits(0, fake_logits))


def generator_loss(fake_logits):
    return float(cross_entropy_from_logits(1, fake_logits))


def minimax_value(d_real, d_fake):
    return -float(cross_entropy(1, d_real) + cross_entropy(0, d_fake))
