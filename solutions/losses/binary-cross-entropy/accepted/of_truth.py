import numpy as np


def limited(p, eps):
    p = np.where(p < eps, eps, p)
    return np.where(p > 1 - eps, 1 - eps, p)


def binary_cross_entropy(y, p, eps=1e-7):
    """The probability given to the label that occurred, and its logarithm."""
    p = limited(p, eps)
    of_truth = np.where(np.asarray(y) > 0.5, p, 1 - p).ravel()
    return np.array(-np.log(of_truth).sum() / of_truth.size)
