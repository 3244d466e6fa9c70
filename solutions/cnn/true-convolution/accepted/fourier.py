import numpy as np


def convolve2d(image, kernel):
    size = [a + b - 1 for a, b in zip(image.shape, kernel.shape)]
    y = np.fft.irfft2(np.fft.rfft2(image, size) * np.fft.rfft2(kernel, size), size)
    return y.astype(np.float32) if image.dtype == kernel.dtype == np.float32 else y
