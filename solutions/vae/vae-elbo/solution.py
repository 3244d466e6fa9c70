import numpy as np


def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    x, s, m, v = (np.asarray(a, dtype=np.float64) for a in (x, x_logits, mean, log_var))
    reconstruction = np.sum(softplus(s) - x * s) / len(x)
    divergence = np.sum(m**2 + np.exp(v) - 1 - v) / (2 * len(m))
    return reconstruction + beta * divergence


def softplus(s):
    """log(1 + exp(s)), with nothing positive in the exponential."""
    return np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s)))
