import math

import numpy as np


def resize_bilinear(image, height, width):
    h, w = image.shape[:2]
    dtype = image.dtype if image.dtype.kind == "f" else float
    out = np.zeros((height, width, *image.shape[2:]), dtype=dtype)
    for i in range(height):
        y = (2 * i + 1) * h / (2 * height) - 0.5
        top = math.floor(y)
        for j in range(width):
            x = (2 * j + 1) * w / (2 * width) - 0.5
            left = math.floor(x)
            value = 0.0
            for row, a in ((top, 1 - (y - top)), (top + 1, y - top)):
                for column, b in ((left, 1 - (x - left)), (left + 1, x - left)):
                    inside = image[min(max(row, 0), h - 1), min(max(column, 0), w - 1)]
                    value = value + a * b * inside.astype(float)
            out[i, j] = value
    return out
