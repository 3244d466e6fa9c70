import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def max_pool_backward(dy, x, size=2, stride=None):
    h, w = np.broadcast_to(size, 2)
    down, right = np.broadcast_to(size if stride is None else stride, 2)
    windows = sliding_window_view(x, (h, w), axis=(1, 2))[:, ::down, ::right]
    winner = windows.reshape(*windows.shape[:4], -1).argmax(axis=-1)
    b, i, j, c = np.indices(winner.shape)
    dx = np.zeros(x.shape, dtype=x.dtype if x.dtype.kind == "f" else np.float64)
    np.add.at(dx, (b, i * down + winner // w, j * right + winner % w, c), dy)
    return dx
