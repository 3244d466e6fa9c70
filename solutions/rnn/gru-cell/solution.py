import numpy as np


def sigmoid(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    a_z, a_r, a_h = np.hsplit(x_t @ kernel + bias[0], 3)
    s_z, s_r, s_h = np.hsplit(h_prev @ recurrent_kernel + bias[1], 3)
    z, r = sigmoid(a_z + s_z), sigmoid(a_r + s_r)
    return z * h_prev + (1 - z) * np.tanh(a_h + r * s_h)
