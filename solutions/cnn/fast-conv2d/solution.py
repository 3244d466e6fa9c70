import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def same_padding(size, kernel_size, stride):
    outputs = -(-size // stride)
    total = max((outputs - 1) * stride + kernel_size - size, 0)
    return total // 2, total - total // 2


def pad_images(x, kh, kw, stride, padding):
    if padding == "valid":
        return x
    rows, columns = same_padding(x.shape[1], kh, stride), same_padding(x.shape[2], kw, stride)
    return np.pad(x, ((0, 0), rows, columns, (0, 0)))


def all_windows(x, kh, kw, stride):
    """(n, out_h, out_w, c_in, kh, kw), a view."""
    return sliding_window_view(x, (kh, kw), axis=(1, 2))[:, ::stride, ::stride]


def multiply(windows, kernel):
    return np.tensordot(windows, kernel, axes=([4, 5, 3], [0, 1, 2]))


def conv2d(x, kernel, bias, stride=1, padding="valid"):
    kh, kw, _, _ = kernel.shape
    x = x.astype(x.dtype if x.dtype.kind == "f" else np.float64)
    return multiply(all_windows(pad_images(x, kh, kw, stride, padding), kh, kw, stride), kernel) + bias
