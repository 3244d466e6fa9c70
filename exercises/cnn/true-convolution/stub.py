import numpy as np


def convolve2d(image, kernel):
    """Convolution of two matrices as mathematics defines it: the kernel is flipped, the size is "full".

    image   (h, w)
    kernel  (kh, kw); may be larger than the image

    Returns (h + kh - 1, w + kw - 1): element (i, j) is the sum of
    kernel[m, n] * image[i - m, j - n] over all m and n for which that pixel exists.
    """
    raise NotImplementedError
