import numpy as np


def resize_bilinear(image, height, width):
    """The image with another number of pixels, interpolated linearly along both axes.

    image          (h, w) or (h, w, channels)
    height, width  the new size, 1 or more, larger or smaller

    The centres of the pixels are matched: new pixel t lies at (t + 1/2) · old/new - 1/2, kept
    within 0 … old - 1. Shrinking skips pixels, without antialiasing.

    Returns (height, width) or (height, width, channels).
    """
    raise NotImplementedError
