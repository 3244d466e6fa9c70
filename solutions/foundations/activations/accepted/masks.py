import numpy as np


def floats(x):
    """A copy to write into, in floating point."""
    return np.array(x, dtype=np.result_type(x, np.float32) if x.dtype.kind == "f" else np.float64)


def sigmoid(x):
    y = floats(x)
    low, high = y < 0, y >= 0
    y[high] = 1 / (1 + np.exp(-y[high]))
    e = np.exp(y[low])
    y[low] = e / (1 + e)
    return y


def tanh(x):
    y = 2 * sigmoid(2 * floats(x))
    y -= 1
    return y


def relu(x):
    y = floats(x)
    y[y < 0] = 0
    return y


def leaky_relu(x, alpha=0.2):
    y = floats(x)
    y[y < 0] *= alpha
    return y
