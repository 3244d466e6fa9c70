import numpy as np


def scale_images(x):
    """Grey images of bytes as numbers from 0 to 1, with a channel axis.

    x  images, uint8, shape (n, height, width)

    Returns x / 255 as a float32 array of shape (n, height, width, 1).
    """
    raise NotImplementedError
