import numpy as np


def floating(a):
    return a if a.dtype.kind == "f" else a.astype(np.float64)


def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    """In the dtype of the arguments; the sign of each logit is turned so that a right pixel's is positive."""
    x, s, mean, log_var = map(floating, (x, x_logits, mean, log_var))
    distance = np.abs(s)
    wrong = np.where(s > 0, 1 - x, x) * distance
    reconstruction = np.sum(wrong + np.log1p(np.exp(-distance)), axis=tuple(range(1, x.ndim)))
    divergence = np.einsum("ij,ij->i", mean, mean) + (np.expm1(log_var) - log_var).sum(axis=1)
    return np.mean(reconstruction + beta / 2 * divergence)
