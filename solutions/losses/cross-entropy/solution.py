import numpy as np


def cross_entropy(y_onehot, p, eps=1e-7):
    p = np.clip(p, eps, 1 - eps)
    return -np.sum(y_onehot * np.log(p)) / len(p)
