import numpy as np


def make_mask(rate, u, dtype):
    if not np.issubdtype(dtype, np.floating):
        dtype = np.float64
    return (~(u < rate)).astype(dtype) / (1 - rate)


def dropout(x, rate, u, training=True):
    if not training:
        return x.copy()
    return x * make_mask(rate, u, x.dtype)


def dropout_backward(dy, rate, u):
    return make_mask(rate, u, dy.dtype) * dy
