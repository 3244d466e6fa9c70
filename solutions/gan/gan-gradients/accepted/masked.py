import numpy as np


def softplus_and_slope(logits):
    """log(1 + exp(z)) and its derivative σ(z), from exponentials of negative numbers only."""
    z = np.array(logits, dtype=logits.dtype if logits.dtype.kind == "f" else np.float64)
    positive = z > 0
    small = np.exp(np.where(positive, -z, z))
    value = np.log1p(small)
    value[positive] += z[positive]
    slope = small / (1 + small)
    slope[positive] = 1 - slope[positive]
    return value, slope


def discriminator_loss_grad(real_logits, fake_logits):
    _, d_real = softplus_and_slope(real_logits)
    _, d_fake = softplus_and_slope(fake_logits)
    d_real -= 1
    d_real /= d_real.size
    d_fake /= d_fake.size
    return d_real, d_fake


def generator_loss_grad(fake_logits):
    _, d_fake = softplus_and_slope(fake_logits)
    return np.divide(d_fake - 1, d_fake.shape[0])


def saturating_generator_loss(fake_logits):
    value, _ = softplus_and_slope(fake_logits)
    return np.asarray(-value.sum() / value.size)
