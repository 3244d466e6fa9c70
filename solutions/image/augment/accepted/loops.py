import numpy as np


def mirrored(a, n):
    if a < 0:
        return -a
    return a if a < n else 2 * (n - 1) - a


def horizontal_flip(x):
    result = x.copy()
    columns = x.shape[2]
    for j in range(columns):
        result[:, :, j, :] = x[:, :, columns - 1 - j, :]
    return result


def random_crop(x, top, left, height, width):
    result = np.empty((x.shape[0], height, width, x.shape[3]), dtype=x.dtype)
    for i in range(height):
        for j in range(width):
            result[:, i, j] = x[:, top + i, left + j]
    return result


def pad_reflect(x, pad):
    n, h, w, c = x.shape
    result = np.empty((n, h + 2 * pad, w + 2 * pad, c), dtype=x.dtype)
    for i in range(h + 2 * pad):
        for j in range(w + 2 * pad):
            result[:, i, j] = x[:, mirrored(i - pad, h), mirrored(j - pad, w)]
    return result
