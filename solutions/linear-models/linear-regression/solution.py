import numpy as np


def as_float(x, y):
    """Both in their common floating dtype; integers become float64."""
    dtype = np.result_type(x, y)
    dtype = dtype if dtype.kind == "f" else np.float64
    return np.asarray(x, dtype), np.asarray(y, dtype)


def fit_linear(x, y, lr, steps):
    x, y = as_float(x, y)
    w, b = np.zeros_like(x[0]), 0.0
    for _ in range(steps):
        slope = 2 * (x @ w + b - y) / len(y)
        w, b = w - lr * (x.T @ slope), b - lr * slope.sum()
    return w, b
