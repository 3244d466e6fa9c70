import numpy as np


def mse_grad(y, y_hat):
    kept = np.result_type(y, y_hat)
    gradient = np.zeros(y.shape, dtype=kept if kept.kind == "f" else float)
    for where in np.ndindex(*y.shape):
        gradient[where] = 2.0 / y.size * (float(y_hat[where]) - float(y[where]))
    return gradient
