import numpy as np


def conv2d_backward(dy, x, kernel, stride=1):
    """Gradients of a convolution layer without padding, whose kernel is not flipped.

    dy      gradient of the loss in the layer's output, (n, out_height, out_width, c_out)
    x       images of the forward pass, (n, height, width, c_in)
    kernel  filters, (kh, kw, c_in, c_out)
    stride  step of the window along both axes, an int

    Returns (dx, dkernel, dbias): the gradients in x, in the kernel and in the bias (c_out,),
    each of the shape of what it belongs to.
    """
    raise NotImplementedError
