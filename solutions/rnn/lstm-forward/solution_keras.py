import numpy as np
from keras import ops


def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    dtype = np.result_type(x, kernel, recurrent_kernel, bias)
    dtype = dtype.name if dtype.kind == "f" else "float64"
    x, kernel, recurrent_kernel, bias = (ops.cast(a, dtype) for a in (x, kernel, recurrent_kernel, bias))
    h = c = ops.zeros((x.shape[0], recurrent_kernel.shape[0]), dtype)
    states = []
    for t in range(x.shape[1]):
        z = ops.matmul(x[:, t], kernel) + ops.matmul(h, recurrent_kernel) + bias
        i, f, candidate, o = ops.split(z, 4, axis=-1)
        c = ops.sigmoid(f) * c + ops.sigmoid(i) * ops.tanh(candidate)
        h = ops.sigmoid(o) * ops.tanh(c)
        states.append(h)
    return ops.stack(states, axis=1) if return_sequences else h
