import numpy as np


def dense_backward(dy, x, W):
    n, m = dy.shape
    dtype = np.promote_types(np.promote_types(dy.dtype, x.dtype), W.dtype)
    if not np.issubdtype(dtype, np.floating):
        dtype = np.float64
    dx, dW, db = np.zeros(x.shape, dtype), np.zeros(W.shape, dtype), np.zeros(m, dtype)
    for i in range(n):
        for k in range(m):
            db[k] += dy[i, k]
            for j in range(W.shape[0]):
                dx[i, j] += dy[i, k] * W[j, k]
                dW[j, k] += dy[i, k] * x[i, j]
    return dx, dW, db
