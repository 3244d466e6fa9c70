import math

import numpy as np


def sigmoid(z):
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def blocks_back(dh, dc, c_prev, z):
    """The gradient in the four pre-activations of one unit of one sample, and in its old cell state."""
    i, f, g, o = sigmoid(z[0]), sigmoid(z[1]), math.tanh(z[2]), sigmoid(z[3])
    t = math.tanh(f * c_prev + i * g)
    total = dc + dh * o * (1 - t) * (1 + t)
    return (
        total * g * i * (1 - i),
        total * c_prev * f * (1 - f),
        total * i * (1 - g * g),
        dh * t * o * (1 - o),
    ), total * f


def lstm_cell_backward(dh, dc, x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    dtype = np.result_type(dh, dc, x_t, h_prev, c_prev, kernel, recurrent_kernel, bias)
    dtype = dtype if dtype.kind == "f" else np.float64
    (n, u), d = h_prev.shape, x_t.shape[1]
    dx, dh_prev, dc_prev = np.zeros((n, d), dtype), np.zeros((n, u), dtype), np.zeros((n, u), dtype)
    dkernel, drecurrent, dbias = np.zeros((d, 4 * u), dtype), np.zeros((u, 4 * u), dtype), np.zeros(4 * u, dtype)
    for s in range(n):
        for k in range(u):
            columns = range(k, 4 * u, u)
            z = [
                float(bias[j])
                + sum(float(x_t[s, a]) * float(kernel[a, j]) for a in range(d))
                + sum(float(h_prev[s, a]) * float(recurrent_kernel[a, j]) for a in range(u))
                for j in columns
            ]
            dz, dc_prev[s, k] = blocks_back(float(dh[s, k]), float(dc[s, k]), float(c_prev[s, k]), z)
            for j, slope in zip(columns, dz):
                dbias[j] += slope
                for a in range(d):
                    dkernel[a, j] += x_t[s, a] * slope
                    dx[s, a] += kernel[a, j] * slope
                for a in range(u):
                    drecurrent[a, j] += h_prev[s, a] * slope
                    dh_prev[s, a] += recurrent_kernel[a, j] * slope
    return dict(dx=dx, dh_prev=dh_prev, dc_prev=dc_prev, dkernel=dkernel, drecurrent_kernel=drecurrent, dbias=dbias)
