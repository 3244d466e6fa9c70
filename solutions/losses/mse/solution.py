import numpy as np


def mse(y, y_hat):
    dtype = np.result_type(y, y_hat)
    error = np.asarray(y, dtype=dtype if dtype.kind == "f" else np.float64) - y_hat
    return np.mean(error**2)
