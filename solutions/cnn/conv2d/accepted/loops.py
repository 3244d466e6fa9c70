import math

import numpy as np


def conv2d(x, kernel, bias, stride=1, padding="valid"):
    n, h, w, cin = x.shape
    kh, kw, _, cout = kernel.shape
    if padding == "same":
        oh, ow = math.ceil(h / stride), math.ceil(w / stride)
        top = max((oh - 1) * stride + kh - h, 0) // 2
        left = max((ow - 1) * stride + kw - w, 0) // 2
    else:
        oh, ow, top, left = (h - kh) // stride + 1, (w - kw) // stride + 1, 0, 0
    single = x.dtype == np.float32 and kernel.dtype == np.float32
    y = np.zeros((n, oh, ow, cout), dtype=np.float32 if single else np.float64)
    for b, i, j, f in np.ndindex(*y.shape):
        total = float(bias[f])
        for p in range(kh):
            for q in range(kw):
                r, s = i * stride + p - top, j * stride + q - left
                if 0 <= r < h and 0 <= s < w:
                    for c in range(cin):
                        total += float(x[b, r, s, c]) * float(kernel[p, q, c, f])
        y[b, i, j, f] = total
    return y
