import numpy as np


def k_fold(n, k):
    folds, start = [], 0
    for i in range(k):
        stop = start + n // k + (i < n % k)
        folds.append((np.concatenate([np.arange(start), np.arange(stop, n)]), np.arange(start, stop)))
        start = stop
    return folds
