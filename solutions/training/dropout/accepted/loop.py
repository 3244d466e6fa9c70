import numpy as np


def dropout(x, rate, u, training=True):
    y = np.array(x, dtype=np.result_type(x, np.float16) if x.dtype.kind == "f" else np.float64)
    if training:
        for index in np.ndindex(x.shape):
            y[index] = 0 if u[index] < rate else y[index] / (1 - rate)
    return y


def dropout_backward(dy, rate, u):
    return dropout(dy, rate, u)
