import numpy as np


def mse(y, y_hat):
    error = np.asarray(y, dtype=np.result_type(y, y_hat, np.float32)) - y_hat
    return np.mean(error**2)
