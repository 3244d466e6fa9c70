import math

import numpy as np


def sigmoid(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return math.exp(z) / (1 + math.exp(z))


def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    dtype = np.result_type(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias)
    dtype = dtype if dtype.kind == "f" else np.float64
    n, u = c_prev.shape
    h_t, c_t = np.empty((n, u), dtype), np.empty((n, u), dtype)
    for s in range(n):
        for k in range(u):
            z = []
            for column in range(k, 4 * u, u):
                total = float(bias[column])
                for a in range(x_t.shape[1]):
                    total += float(x_t[s, a]) * float(kernel[a, column])
                for a in range(u):
                    total += float(h_prev[s, a]) * float(recurrent_kernel[a, column])
                z.append(total)
            cell = sigmoid(z[1]) * float(c_prev[s, k]) + sigmoid(z[0]) * math.tanh(z[2])
            c_t[s, k] = cell
            h_t[s, k] = sigmoid(z[3]) * math.tanh(cell)
    return h_t, c_t
