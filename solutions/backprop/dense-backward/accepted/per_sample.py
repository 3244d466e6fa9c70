import numpy as np


def real(a):
    return a if np.issubdtype(a.dtype, np.floating) else a.astype(np.float64)


def dense_backward(dy, x, W):
    """The bias as the weight of one more input, which is always 1."""
    dy, x, W = real(dy), real(x), real(W)
    extended = np.hstack([x, np.ones((x.shape[0], 1), dtype=x.dtype)])
    per_sample = extended[:, :, None] * dy[:, None, :]
    total = np.sum(per_sample, axis=0)
    dx = np.stack([W.dot(row) for row in dy])
    return dx, total[:-1], total[-1]
