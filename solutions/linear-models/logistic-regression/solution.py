import numpy as np


def as_float(a):
    return a if a.dtype.kind == "f" else a.astype(np.float64)


def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))  # tanh never overflows, exp(-z) does


def predict_proba(x, w, b):
    return sigmoid(as_float(x) @ w + b)


def fit_logistic(x, y, lr, steps):
    x = as_float(x)
    y = y.astype(x.dtype)
    w, b = np.zeros_like(x[0]), 0.0
    for _ in range(steps):
        slope = (predict_proba(x, w, b) - y) / len(y)
        w, b = w - lr * (x.T @ slope), b - lr * slope.sum()
    return w, b
