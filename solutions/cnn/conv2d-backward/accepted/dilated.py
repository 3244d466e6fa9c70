import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def correlate(x, kernel):
    windows = sliding_window_view(x, kernel.shape[:2], axis=(1, 2))
    return np.einsum("bijcpq,pqcf->bijf", windows, kernel)


def conv2d_backward(dy, x, kernel, stride=1):
    """Two convolutions: of x with dy as the kernel, and of the padded dy with the flipped kernel."""
    if np.result_type(dy, x, kernel).kind != "f":
        dy = dy.astype(float)
    (n, h, w, _), (kh, kw, _, filters) = x.shape, kernel.shape
    spread = np.zeros((n, h - kh + 1, w - kw + 1, filters), dy.dtype)
    spread[:, ::stride, ::stride][:, : dy.shape[1], : dy.shape[2]] = dy
    padded = np.pad(spread, ((0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1), (0, 0)))
    dx = correlate(padded, kernel[::-1, ::-1].swapaxes(2, 3))
    dkernel = correlate(x.transpose(3, 1, 2, 0), spread.transpose(1, 2, 0, 3)).transpose(1, 2, 0, 3)
    return dx, dkernel, np.einsum("nhwf->f", dy)
