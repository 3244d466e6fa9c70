import numpy as np


def kl_divergence(mean, log_var):
    """The four terms apart, each summed on its own."""
    n, d = mean.shape
    m = mean.astype(np.float64).ravel()
    v = log_var.astype(np.float64)
    spread = np.einsum("nd->", np.exp(v)) - np.add.reduce(v, axis=None)
    return np.array((m @ m + spread) / n - d) * 0.5
