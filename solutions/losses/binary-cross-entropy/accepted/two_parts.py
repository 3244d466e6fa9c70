import numpy as np


def binary_cross_entropy(y, p, eps=1e-7):
    p = np.minimum(np.maximum(p, eps), 1 - eps)
    ones = np.asarray(y, dtype=bool)
    return float(-(np.sum(np.log(p[ones])) + np.sum(np.log1p(-p[~ones]))) / ones.size)
