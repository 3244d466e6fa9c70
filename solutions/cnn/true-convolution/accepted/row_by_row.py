import numpy as np


def as_float(matrix):
    return matrix if matrix.dtype.kind == "f" else matrix.astype(float)


def convolve2d(image, kernel):
    image, kernel = as_float(image), as_float(kernel)
    rows = [0] * (len(image) + len(kernel) - 1)
    for a, pixels in enumerate(image):
        for m, weights in enumerate(kernel):
            rows[a + m] = rows[a + m] + np.convolve(pixels, weights)
    return np.stack(rows)
