import numpy as np


def sigmoid(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


def to_float(array):
    return array if array.dtype.kind == "f" else array.astype(np.float64)


def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    x_t, h_prev = to_float(x_t), to_float(h_prev)
    z = x_t @ kernel + h_prev @ recurrent_kernel + bias
    i, f, candidate, o = np.split(z, 4, axis=1)
    c_t = sigmoid(f) * c_prev + sigmoid(i) * np.tanh(candidate)
    return sigmoid(o) * np.tanh(c_t), c_t
