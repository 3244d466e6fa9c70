import numpy as np


def conv2d(x, kernel, bias, stride=1, padding="valid"):
    """Forward pass of a convolution layer: cross-correlation, the kernel is not flipped.

    x        images, (n, height, width, c_in)
    kernel   filters, (kh, kw, c_in, c_out)
    bias     one number for each filter, (c_out,)
    stride   step of the window along both axes, an int
    padding  "valid": no padding, windows that do not fit are dropped
             "same": zeros around the image, so that the output has ceil(size / stride)
             pixels; an odd extra pixel goes to the end (bottom, right)

    Returns (n, out_height, out_width, c_out).
    """
    raise NotImplementedError
