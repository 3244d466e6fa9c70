import numpy as np


def max_pool(x, size=2, stride=None):
    if stride is None:
        stride = size
    if not isinstance(size, tuple):
        size = (size, size)
    if not isinstance(stride, tuple):
        stride = (stride, stride)
    n, H, W, C = x.shape
    rows = 1 + (H - size[0]) // stride[0]
    cols = 1 + (W - size[1]) // stride[1]
    out = np.zeros((n, rows, cols, C), x.dtype)
    for b, i, j, c in np.ndindex(*out.shape):
        best = x[b, i * stride[0], j * stride[1], c]
        for p in range(size[0]):
            for q in range(size[1]):
                value = x[b, i * stride[0] + p, j * stride[1] + q, c]
                if value > best:
                    best = value
        out[b, i, j, c] = best
    return out
