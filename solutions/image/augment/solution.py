import numpy as np


def horizontal_flip(x):
    return x[:, :, ::-1]


def random_crop(x, top, left, height, width):
    return x[:, top : top + height, left : left + width]


def pad_reflect(x, pad):
    return np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="reflect")
