import numpy as np


def dropped(values, rate, u):
    return np.where(u >= rate, values / (1 - rate), 0)


def dropout(x, rate, u, training=True):
    return dropped(x, rate, u) if training else x


def dropout_backward(dy, rate, u):
    return dropped(dy, rate, u)
