import numpy as np


def gate(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    """[x, h] times the stacked kernels; sigmoid(z) = (1 + tanh(z/2)) / 2."""
    u = c_prev.shape[1]
    left = np.hstack([x_t, h_prev])
    left = left.astype(left.dtype if left.dtype.kind == "f" else np.float64)
    z = left @ np.vstack([kernel, recurrent_kernel]) + bias
    z = z.reshape(-1, 4, u)
    c = gate(z[:, 1]) * c_prev + gate(z[:, 0]) * np.tanh(z[:, 2])
    h = gate(z[:, 3]) * np.tanh(c)
    return h, c
