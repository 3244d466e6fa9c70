import numpy as np


def dense_forward(x, W, b):
    n, d = x.shape
    m = W.shape[1]
    dtype = np.result_type(x, W, b)
    y = np.zeros((n, m), dtype if np.issubdtype(dtype, np.floating) else float)
    for i in range(n):
        for j in range(m):
            total = float(b[j])
            for k in range(d):
                total += float(x[i, k]) * float(W[k, j])
            y[i, j] = total
    return y
