import numpy as np


def convolve2d(image, kernel):
    h, w = image.shape
    kh, kw = kernel.shape
    single = image.dtype == np.float32 and kernel.dtype == np.float32
    y = np.empty((h + kh - 1, w + kw - 1), dtype=np.float32 if single else float)
    for i, j in np.ndindex(*y.shape):
        total = 0.0
        for m in range(kh):
            for n in range(kw):
                if 0 <= i - m < h and 0 <= j - n < w:
                    total += float(kernel[m, n]) * float(image[i - m, j - n])
        y[i, j] = total
    return y
