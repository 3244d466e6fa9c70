import numpy as np


def avg_pool(x, size=2, stride=None):
    if stride is None:
        stride = size
    h, w = size if isinstance(size, tuple) else (size, size)
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    n, H, W, C = x.shape
    out = np.zeros((n, (H - h) // sh + 1, (W - w) // sw + 1, C), np.float32 if x.dtype == np.float32 else float)
    for b, i, j, c in np.ndindex(*out.shape):
        total = 0.0
        for p in range(h):
            for q in range(w):
                total += float(x[b, i * sh + p, j * sw + q, c])
        out[b, i, j, c] = total / (h * w)
    return out
