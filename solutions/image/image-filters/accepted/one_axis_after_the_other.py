import numpy as np


def along(image, weights, axis):
    r = len(weights) // 2
    n = image.shape[axis]
    places = np.arange(n)
    return sum(w * np.take(image, np.clip(places + k - r, 0, n - 1), axis=axis) for k, w in enumerate(weights))


def box_blur(image, size):
    weights = [1 / size] * size
    return along(along(np.array(image, dtype="float64"), weights, 0), weights, 1)


def sobel(image):
    image = np.array(image, dtype="float64")
    gx = along(along(image, (1, 2, 1), 0), (-1, 0, 1), 1)
    gy = along(along(image, (-1, 0, 1), 0), (1, 2, 1), 1)
    return np.abs(gx + 1j * gy)
