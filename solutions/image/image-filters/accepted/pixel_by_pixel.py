import math

import numpy as np

KERNEL = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]


def pixel(image, i, j):
    i = min(max(i, 0), image.shape[0] - 1)
    j = min(max(j, 0), image.shape[1] - 1)
    return float(image[i, j])


def box_blur(image, size):
    r = size // 2
    result = np.empty(image.shape)
    for i in range(image.shape[0]):
        for j in range(image.shape[1]):
            square = [pixel(image, i + p, j + q) for p in range(-r, r + 1) for q in range(-r, r + 1)]
            result[i, j] = sum(square) / len(square)
    return result


def sobel(image):
    result = np.empty(image.shape)
    for i, j in np.ndindex(image.shape):
        gx = gy = 0.0
        for p in range(3):
            for q in range(3):
                gx += KERNEL[p][q] * pixel(image, i + p - 1, j + q - 1)
                gy += KERNEL[q][p] * pixel(image, i + p - 1, j + q - 1)
        result[i, j] = math.sqrt(gx * gx + gy * gy)
    return result
