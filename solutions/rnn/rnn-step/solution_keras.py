import numpy as np
from keras import ops


def as_tensors(*arrays):
    dtype = np.result_type(*arrays)
    return [ops.cast(a, dtype.name if dtype.kind == "f" else "float64") for a in arrays]


def rnn_step(x_t, h_prev, W, U, b):
    x_t, h_prev, W, U, b = as_tensors(x_t, h_prev, W, U, b)
    return ops.tanh(ops.matmul(x_t, W) + ops.matmul(h_prev, U) + b)


def rnn_output(h_t, V, c):
    h_t, V, c = as_tensors(h_t, V, c)
    return ops.matmul(h_t, V) + c
