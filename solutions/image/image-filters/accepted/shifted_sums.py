import numpy as np


def box_blur(image, size):
    h, w = image.shape
    padded = np.pad(image.astype(float), size // 2, mode="edge")
    total = np.zeros((h, w))
    for i in range(size):
        for j in range(size):
            total += padded[i : i + h, j : j + w]
    return total / size**2


def sobel(image):
    p = np.pad(image.astype(float), 1, mode="edge")
    across = p[:, 2:] - p[:, :-2]
    down = p[2:] - p[:-2]
    gx = across[:-2] + 2 * across[1:-1] + across[2:]
    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]
    return np.hypot(gx, gy)
