from keras import ops


def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    z = ops.matmul(x_t, kernel) + ops.matmul(h_prev, recurrent_kernel) + bias
    i, f, candidate, o = ops.split(z, 4, axis=-1)
    c_t = ops.sigmoid(f) * c_prev + ops.sigmoid(i) * ops.tanh(candidate)
    return ops.sigmoid(o) * ops.tanh(c_t), c_t
