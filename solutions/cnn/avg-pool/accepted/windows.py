import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def avg_pool(x, size=2, stride=None):
    h, w = np.broadcast_to(size, 2)
    down, right = np.broadcast_to(size if stride is None else stride, 2)
    windows = sliding_window_view(x, (h, w), axis=(1, 2))[:, ::down, ::right]
    return np.mean(windows, axis=(-2, -1))
