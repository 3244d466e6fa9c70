import numpy as np


def mse(y, y_hat):
    error = np.asarray(y, dtype=float) - y_hat
    return np.mean(error**2)
