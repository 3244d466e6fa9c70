import numpy as np


def k_fold(n, k):
    """Numbers the folds, and asks of each sample in which one it lies."""
    q, r = divmod(n, k)
    fold_of = np.repeat(np.arange(k, dtype=np.uint16), [q + 1] * r + [q] * (k - r))
    return tuple([np.flatnonzero(fold_of != i), np.flatnonzero(fold_of == i)] for i in range(k))
