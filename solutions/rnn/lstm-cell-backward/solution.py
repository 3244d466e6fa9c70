import numpy as np


def sigmoid(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


def lstm_cell_backward(dh, dc, x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    z_i, z_f, z_c, z_o = np.hsplit(x_t @ kernel + h_prev @ recurrent_kernel + bias, 4)
    i, f, g, o = sigmoid(z_i), sigmoid(z_f), np.tanh(z_c), sigmoid(z_o)
    shown = np.tanh(f * c_prev + i * g)
    d_cell = dc + dh * o * (1 - shown**2)
    dz_i, dz_f = d_cell * g * i * (1 - i), d_cell * c_prev * f * (1 - f)
    dz_c, dz_o = d_cell * i * (1 - g**2), dh * shown * o * (1 - o)
    dz = np.hstack([dz_i, dz_f, dz_c, dz_o])
    return {
        "dx": dz @ kernel.T,
        "dh_prev": dz @ recurrent_kernel.T,
        "dc_prev": d_cell * f,
        "dkernel": x_t.T @ dz,
        "drecurrent_kernel": h_prev.T @ dz,
        "dbias": np.sum(dz, axis=0),
    }
