import numpy as np
from keras import ops


def rnn_forward(x, h0, W, U, b):
    dtype = np.result_type(x, h0, W, U, b)
    dtype = dtype.name if dtype.kind == "f" else "float64"
    x, h, W, U, b = (ops.cast(a, dtype) for a in (x, h0, W, U, b))
    states = []
    for t in range(x.shape[1]):
        h = ops.tanh(ops.matmul(x[:, t], W) + ops.matmul(h, U) + b)
        states.append(h)
    return ops.stack(states, axis=1)
