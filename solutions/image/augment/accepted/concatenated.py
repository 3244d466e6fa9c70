import numpy as np


def horizontal_flip(x):
    return np.stack([np.stack([np.fliplr(image) for image in x[..., c]]) for c in range(x.shape[-1])], axis=-1)


def random_crop(x, top, left, height, width):
    bottom, right = x.shape[1] - top - height, x.shape[2] - left - width
    return np.array(x[:, top : x.shape[1] - bottom, left : x.shape[2] - right])


def pad_reflect(x, pad):
    for axis in (1, 2):
        images = np.moveaxis(x, axis, 0)
        before = images[1 : pad + 1][::-1]
        after = images[::-1][1 : pad + 1]
        x = np.moveaxis(np.concatenate([before, images, after]), 0, axis)
    return x
