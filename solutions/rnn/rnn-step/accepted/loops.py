import math

import numpy as np


def dot(row, matrix, column):
    return sum(float(v) * float(matrix[i, column]) for i, v in enumerate(row))


def empty_like_result(n, m, *arrays):
    dtype = np.result_type(*arrays)
    return np.empty((n, m), dtype if np.issubdtype(dtype, np.floating) else float)


def rnn_step(x_t, h_prev, W, U, b):
    h_t = empty_like_result(len(x_t), len(b), x_t, h_prev, W, U, b)
    for s in range(len(x_t)):
        for k in range(len(b)):
            h_t[s, k] = math.tanh(dot(x_t[s], W, k) + dot(h_prev[s], U, k) + float(b[k]))
    return h_t


def rnn_output(h_t, V, c):
    y_t = empty_like_result(len(h_t), len(c), h_t, V, c)
    for s in range(len(h_t)):
        for k in range(len(c)):
            y_t[s, k] = dot(h_t[s], V, k) + float(c[k])
    return y_t
