import numpy as np


def log_sum_exp(z):
    """log Σ exp of each row, (n,)."""
    m = np.max(z, axis=1)
    return m + np.log(np.sum(np.exp(z - m[:, None]), axis=1))


def sparse_cross_entropy(labels, logits):
    picked = logits[np.arange(len(labels)), labels]
    return np.mean(log_sum_exp(logits) - picked)
