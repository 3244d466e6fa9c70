import numpy as np


def pair(value):
    return (value, value) if isinstance(value, int) else value


def max_pool_backward(dy, x, size=2, stride=None):
    (h, w), (down, right) = pair(size), pair(size if stride is None else stride)
    dx = np.zeros(x.shape, dtype=x.dtype if x.dtype.kind == "f" else np.float64)
    for b, i, j, c in np.ndindex(*dy.shape):
        top, left = i * down, j * right
        window = x[b, top : top + h, left : left + w, c]
        p, q = np.unravel_index(window.argmax(), window.shape)
        dx[b, top + p, left + q, c] += dy[b, i, j, c]
    return dx
