import numpy as np


def probability(logits):
    """σ by way of the hyperbolic tangent, which cannot overflow."""
    logits = logits if np.issubdtype(logits.dtype, np.floating) else logits.astype(float)
    return 0.5 * (1 + np.tanh(0.5 * logits))


def discriminator_loss_grad(real_logits, fake_logits):
    n, m = len(real_logits), len(fake_logits)
    return [(probability(real_logits) - 1) / n, probability(fake_logits) / m]


def generator_loss_grad(fake_logits):
    return discriminator_loss_grad(fake_logits, fake_logits)[0]


def saturating_generator_loss(fake_logits):
    z = fake_logits.astype(np.float64)
    return float(-(np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))).mean())
