import numpy as np


def logistic(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def with_ones(x):
    dtype = x.dtype if np.issubdtype(x.dtype, np.floating) else np.dtype(float)
    return np.concatenate([x, np.ones((x.shape[0], 1))], axis=1).astype(dtype)


def predict_proba(x, w, b):
    rows = with_ones(x)
    return logistic(rows @ np.append(w, b).astype(rows.dtype))


def fit_logistic(x, y, lr, steps):
    """The bias as the weight of an input that is always 1."""
    rows = with_ones(x)
    theta = np.zeros(rows.shape[1], rows.dtype)
    for _ in range(steps):
        theta = theta - lr * np.mean((logistic(rows @ theta) - y.astype(rows.dtype))[:, None] * rows, axis=0)
    return theta[:-1], theta[-1]
