import numpy as np


def as_float(*arrays):
    """The arrays in their common floating dtype; integers become float64."""
    dtype = np.result_type(*arrays)
    return [np.asarray(a, dtype if dtype.kind == "f" else np.float64) for a in arrays]


def mse_grad(y, y_hat):
    y, y_hat = as_float(y, y_hat)
    return 2 * (y_hat - y) / y.size
