import numpy as np


def same_padding(size, kernel_size, stride):
    outputs = -(-size // stride)
    total = max((outputs - 1) * stride + kernel_size - size, 0)
    return total // 2, total - total // 2


def pad_images(x, kh, kw, stride, padding):
    if padding == "valid":
        return x
    rows, columns = same_padding(x.shape[1], kh, stride), same_padding(x.shape[2], kw, stride)
    return np.pad(x, ((0, 0), rows, columns, (0, 0)))


def result_dtype(*arrays):
    dtype = np.result_type(*arrays)
    return dtype if np.issubdtype(dtype, np.floating) else np.float64


def conv2d(x, kernel, bias, stride=1, padding="valid"):
    kh, kw, _, filters = kernel.shape
    dtype = result_dtype(x, kernel, bias)
    padded = pad_images(x.astype(dtype), kh, kw, stride, padding)
    height, width = (padded.shape[1] - kh) // stride + 1, (padded.shape[2] - kw) // stride + 1
    y = np.empty((len(x), height, width, filters), dtype=dtype)
    for i in range(height):
        for j in range(width):
            top, left = i * stride, j * stride
            window = padded[:, top : top + kh, left : left + kw]
            y[:, i, j] = np.tensordot(window, kernel, axes=3) + bias
    return y
