import numpy as np


def kl_divergence(mean, log_var):
    m, v = np.asarray(mean, dtype=np.float64), np.asarray(log_var, dtype=np.float64)
    return np.sum(m**2 + np.exp(v) - 1 - v) / (2 * len(m))
