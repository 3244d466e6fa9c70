import numpy as np


def k_fold(n, k):
    """Indices of k-fold cross-validation.

    n  number of samples
    k  number of folds, 2 <= k <= n

    Returns a list of k pairs (train_idx, val_idx) of integer arrays, both ascending. The validation
    parts are contiguous and in order: the first begins with 0, each of the others where the one
    before ends; the first n % k of them are one larger. train_idx holds all the other indices.
    """
    raise NotImplementedError
