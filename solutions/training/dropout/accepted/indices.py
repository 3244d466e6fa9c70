import numpy as np


def dropout(x, rate, u, training=True):
    if training:
        x = np.true_divide(x, 1.0 - rate)
        x[np.nonzero(u < rate)] = 0.0
    return x


def dropout_backward(dy, rate, u):
    dx = np.zeros(dy.shape, dy.dtype if dy.dtype.kind == "f" else float)
    kept = u >= rate
    dx[kept] = dy[kept] / (1.0 - rate)
    return dx
