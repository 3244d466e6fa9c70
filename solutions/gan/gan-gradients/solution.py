import numpy as np


def floating(logits):
    return logits.astype(logits.dtype if logits.dtype.kind == "f" else np.float64)


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def discriminator_loss_grad(real_logits, fake_logits):
    real, fake = floating(real_logits), floating(fake_logits)
    return -sigmoid(-real) / real.size, sigmoid(fake) / fake.size


def generator_loss_grad(fake_logits):
    return -sigmoid(-floating(fake_logits)) / fake_logits.size


def saturating_generator_loss(fake_logits):
    return -np.mean(np.logaddexp(0, floating(fake_logits)))
