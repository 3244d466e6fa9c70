import math

import numpy as np


def sigma(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return math.exp(z) / (1 + math.exp(z))


def mapped(f, logits):
    """f of every logit, as an array of their shape and floating-point dtype."""
    dtype = logits.dtype if logits.dtype.kind == "f" else np.float64
    return np.array([f(float(z)) for z in logits.ravel()], dtype=dtype).reshape(logits.shape)


def discriminator_loss_grad(real_logits, fake_logits):
    n, m = real_logits.shape[0], fake_logits.shape[0]
    return mapped(lambda z: (sigma(z) - 1) / n, real_logits), mapped(lambda z: sigma(z) / m, fake_logits)


def generator_loss_grad(fake_logits):
    m = fake_logits.shape[0]
    return mapped(lambda z: -sigma(-z) / m, fake_logits)


def saturating_generator_loss(fake_logits):
    total = 0.0
    for z in fake_logits.ravel().tolist():
        total += -z - math.log1p(math.exp(-z)) if z > 0 else -math.log1p(math.exp(z))
    return total / fake_logits.size
