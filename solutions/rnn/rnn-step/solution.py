import numpy as np


def as_float(*arrays):
    """The arrays in their common floating dtype; integers become float64."""
    dtype = np.result_type(*arrays)
    return [np.asarray(a, dtype if dtype.kind == "f" else np.float64) for a in arrays]


def rnn_step(x_t, h_prev, W, U, b):
    x_t, h_prev, W, U, b = as_float(x_t, h_prev, W, U, b)
    return np.tanh(x_t @ W + h_prev @ U + b)


def rnn_output(h_t, V, c):
    h_t, V, c = as_float(h_t, V, c)
    return h_t @ V + c
