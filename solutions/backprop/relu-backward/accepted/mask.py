import numpy as np


def relu_backward(dy, x):
    dx = np.array(dy, dtype=dy.dtype if np.issubdtype(dy.dtype, np.floating) else float)
    dx[x <= 0] = 0
    return dx
