import numpy as np


def horizontal_flip(x):
    return np.flip(x, axis=2)


def random_crop(x, top, left, height, width):
    rows = x.take(range(top, top + height), axis=1)
    return rows.take(range(left, left + width), axis=2)


def pad_reflect(x, pad):
    def places(n):
        distance = np.abs(np.arange(-pad, n + pad))
        return n - 1 - np.abs(n - 1 - distance)

    return x[:, places(x.shape[1])][:, :, places(x.shape[2])]
