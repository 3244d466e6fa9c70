import numpy as np


def pair(value):
    return (value, value) if isinstance(value, int) else value


def max_pool(x, size=2, stride=None):
    (h, w), (down, right) = pair(size), pair(size if stride is None else stride)
    n, height, width, channels = x.shape
    rows, columns = (height - h) // down + 1, (width - w) // right + 1
    y = np.empty((n, rows, columns, channels), dtype=x.dtype)
    for i in range(rows):
        for j in range(columns):
            top, left = i * down, j * right
            y[:, i, j] = x[:, top : top + h, left : left + w].max(axis=(1, 2))
    return y
