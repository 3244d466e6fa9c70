import math

import numpy as np


def sigmoid(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return math.exp(z) / (1 + math.exp(z))


def affine(vector, matrix, column, bias):
    return sum(float(v) * float(row[column]) for v, row in zip(vector, matrix)) + float(bias[column])


def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    dtype = np.result_type(x_t, h_prev, kernel, recurrent_kernel, bias)
    n, u = h_prev.shape
    h_t = np.empty((n, u), dtype if dtype.kind == "f" else np.float64)
    for s in range(n):
        for k in range(u):
            columns = k, k + u, k + 2 * u
            a = [affine(x_t[s], kernel, column, bias[0]) for column in columns]
            b = [affine(h_prev[s], recurrent_kernel, column, bias[1]) for column in columns]
            z, r = sigmoid(a[0] + b[0]), sigmoid(a[1] + b[1])
            candidate = math.tanh(a[2] + r * b[2])
            h_t[s, k] = candidate + z * (float(h_prev[s, k]) - candidate)
    return h_t
