import numpy as np


def gate(z):
    return np.exp(-np.logaddexp(0, -z))


def lstm_cell_backward(dh, dc, x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    """[x, h] against the stacked kernels; what comes out is cut apart again."""
    d, u = kernel.shape[0], h_prev.shape[1]
    joined, stacked = np.concatenate([x_t, h_prev], axis=1), np.concatenate([kernel, recurrent_kernel])
    z = (joined @ stacked + bias).reshape(len(x_t), 4, u)
    s = gate(z)
    s[:, 2] = np.tanh(z[:, 2])
    i, f, g, o = s.transpose(1, 0, 2)
    t = np.tanh(f * c_prev + i * g)
    d_c = dc + dh * o * (1 - t * t)
    factors = np.stack([d_c * g, d_c * c_prev, d_c * i, dh * t], axis=1)
    slopes = s * (1 - s)
    slopes[:, 2] = 1 - g * g
    d_z = (factors * slopes).reshape(len(x_t), -1)
    d_joined, d_stacked = d_z @ stacked.T, joined.T @ d_z
    return {
        "dbias": np.ones(len(d_z), d_z.dtype) @ d_z,
        "drecurrent_kernel": d_stacked[d:],
        "dkernel": d_stacked[:d],
        "dc_prev": d_c * f,
        "dh_prev": d_joined[:, d:],
        "dx": d_joined[:, :d],
    }
