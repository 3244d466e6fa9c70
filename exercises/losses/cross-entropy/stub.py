import numpy as np


def cross_entropy(y_onehot, p, eps=1e-7):
    """Cross-entropy of one-hot labels and class probabilities, the mean over the batch.

    y_onehot  labels, (n, k): in each row one 1, at the true class
    p         class probabilities, (n, k); may be exactly 0 or 1
    eps       p is first clipped to [eps, 1 - eps]; its rows are not divided by their sums

    Returns one number: the mean over the n samples of -log p(true class).
    """
    raise NotImplementedError
