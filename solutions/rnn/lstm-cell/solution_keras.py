import keras
from keras import ops


def to_floats(x):
    x = ops.convert_to_tensor(x)
    return x if keras.backend.is_float_dtype(x.dtype) else ops.cast(x, "float64")


def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    x_t, h_prev, c_prev = to_floats(x_t), to_floats(h_prev), to_floats(c_prev)
    z = ops.matmul(x_t, to_floats(kernel)) + ops.matmul(h_prev, to_floats(recurrent_kernel)) + bias
    i, f, candidate, o = ops.split(z, 4, axis=-1)
    c_t = ops.sigmoid(f) * c_prev + ops.sigmoid(i) * ops.tanh(candidate)
    return ops.sigmoid(o) * ops.tanh(c_t), c_t
