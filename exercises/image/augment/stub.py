import numpy as np


def horizontal_flip(x):
    """Every image mirrored, left for right.

    x  images, (n, height, width, channels), any dtype

    Returns an array of the same shape and dtype.
    """
    raise NotImplementedError


def random_crop(x, top, left, height, width):
    """The same part of every image; the caller has drawn its corner.

    x              images, (n, rows, columns, channels), any dtype
    top, left      first row and first column of the part, from 0
    height, width  its size; the part lies within the images

    Returns (n, height, width, channels), the same dtype.
    """
    raise NotImplementedError


def pad_reflect(x, pad):
    """Every image continued by mirroring; the pixel on the border is not repeated.

    x    images, (n, height, width, channels), any dtype
    pad  pixels to add on each of the four sides, 0 <= pad < height and width

    Returns (n, height + 2 pad, width + 2 pad, channels), the same dtype.
    """
    raise NotImplementedError
