import numpy as np


def conv2d_backward(dy, x, kernel, stride=1):
    """Every product of the forward pass, one by one."""
    single = all(a.dtype == np.float32 for a in (dy, x, kernel))
    dx, dkernel = np.zeros(x.shape), np.zeros(kernel.shape)
    dbias = np.zeros(kernel.shape[3])
    kh, kw, cin, _ = kernel.shape
    for b, i, j, f in np.ndindex(*dy.shape):
        slope = float(dy[b, i, j, f])
        dbias[f] += slope
        for p in range(kh):
            for q in range(kw):
                r, t = stride * i + p, stride * j + q
                for c in range(cin):
                    dkernel[p, q, c, f] += slope * float(x[b, r, t, c])
                    dx[b, r, t, c] += slope * float(kernel[p, q, c, f])
    return [g.astype(np.float32) if single else g for g in (dx, dkernel, dbias)]
