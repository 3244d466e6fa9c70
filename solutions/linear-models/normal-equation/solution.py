import numpy as np


def as_float(x, y):
    """Both in their common floating dtype; integers become float64."""
    dtype = np.result_type(x, y)
    dtype = dtype if dtype.kind == "f" else np.float64
    return np.asarray(x, dtype), np.asarray(y, dtype)


def solve_linear(x, y, l2=0.0):
    x, y = as_float(x, y)
    x_mean, y_mean = x.mean(axis=0), y.mean()
    penalty = np.sqrt(l2) * np.eye(x.shape[1])  # the penalty as d more equations: sqrt(l2) · w = 0
    equations = np.vstack([x - x_mean, penalty.astype(x.dtype)])
    targets = np.concatenate([y - y_mean, np.zeros_like(x_mean)])
    w = np.linalg.lstsq(equations, targets)[0]
    return w, y_mean - x_mean @ w
