import numpy as np


def mse(y, y_hat):
    e = (np.asarray(y, dtype=float) - np.asarray(y_hat, dtype=float)).reshape(-1)
    return float(e @ e) / e.size
