import numpy as np


def minus_log_sigmoid(logits):
    """-log σ(z), from exponentials of negative numbers only; a new array, filled in two parts."""
    z = np.array(logits, dtype=float).reshape(-1)
    negative = z < 0
    loss = np.empty_like(z)
    loss[negative] = np.log(np.exp(z[negative]) + 1) - z[negative]
    loss[~negative] = np.log(1 + np.exp(-z[~negative]))
    return loss


def discriminator_loss(real_logits, fake_logits):
    real, fake = minus_log_sigmoid(real_logits), minus_log_sigmoid(-1.0 * fake_logits)
    return real.sum() / real.size + fake.sum() / fake.size


def generator_loss(fake_logits):
    return np.average(minus_log_sigmoid(fake_logits))


def minimax_value(d_real, d_fake):
    return np.log(d_real).mean() + np.log(np.subtract(1.0, d_fake)).mean()
