import numpy as np


def to_float(x):
    return x if x.dtype.kind == "f" else x.astype(np.float64)


def sigmoid(x):
    x = to_float(x)
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, small) / (1 + small)


def tanh(x):
    return np.tanh(to_float(x))


def relu(x):
    return np.maximum(to_float(x), 0)


def leaky_relu(x, alpha=0.2):
    x = to_float(x)
    return np.where(x > 0, x, alpha * x)
