import numpy as np


def convolve2d(image, kernel):
    image = image.astype(image.dtype if image.dtype.kind == "f" else np.float64)
    (h, w), (kh, kw) = image.shape, kernel.shape
    y = np.zeros((h + kh - 1, w + kw - 1), dtype=image.dtype)
    for m in range(kh):
        for n in range(kw):
            y[m : m + h, n : n + w] += kernel[m, n] * image
    return y
