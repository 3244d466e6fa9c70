import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, kernel, bias, stride=1, padding="valid"):
    x = x if x.dtype.kind == "f" else x.astype(float)
    kh, kw = kernel.shape[0], kernel.shape[1]
    if padding == "same":
        need = [max((-(-n // stride) - 1) * stride + k - n, 0) for n, k in zip(x.shape[1:3], (kh, kw))]
        x = np.pad(x, [(0, 0)] + [(p // 2, (p + 1) // 2) for p in need] + [(0, 0)])
    windows = sliding_window_view(x, (kh, kw), axis=(1, 2))[:, ::stride, ::stride]
    return np.einsum("bijcpq,pqcf->bijf", windows, kernel) + bias
