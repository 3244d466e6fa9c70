import numpy as np


def as_float(*arrays):
    """The arrays in their common floating dtype; integers become float64."""
    dtype = np.result_type(*arrays)
    return [np.asarray(a, dtype if dtype.kind == "f" else np.float64) for a in arrays]


def conv2d_backward(dy, x, kernel, stride=1):
    dy, x, kernel = as_float(dy, x, kernel)
    kh, kw = kernel.shape[:2]
    dx, dkernel = np.zeros_like(x), np.zeros_like(kernel)
    for i, j in np.ndindex(*dy.shape[1:3]):
        top, left = i * stride, j * stride
        window = np.s_[:, top : top + kh, left : left + kw]
        dx[window] += np.tensordot(dy[:, i, j], kernel, axes=(1, 3))
        dkernel += np.tensordot(x[window], dy[:, i, j], axes=(0, 0))
    return dx, dkernel, dy.sum(axis=(0, 1, 2))
