from keras import ops


def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    a_z, a_r, a_h = ops.split(ops.matmul(x_t, kernel) + bias[0], 3, axis=-1)
    s_z, s_r, s_h = ops.split(ops.matmul(h_prev, recurrent_kernel) + bias[1], 3, axis=-1)
    z, r = ops.sigmoid(a_z + s_z), ops.sigmoid(a_r + s_r)
    return z * h_prev + (1 - z) * ops.tanh(a_h + r * s_h)
