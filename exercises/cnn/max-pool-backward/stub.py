import numpy as np


def max_pool_backward(dy, x, size=2, stride=None):
    """Gradient of a loss in the input of a max pooling layer.

    dy      gradient of the loss in the layer's result, (n, out_height, out_width, channels)
    x       images of the forward pass, (n, height, width, channels)
    size    side of the window: an int, or (height, width)
    stride  step from window to window: an int, or (down, right); None: as large as the window

    Returns an array of x's shape. The gradient of a window goes to its maximum, and to the first one,
    row by row, if there are several. Overlapping windows add up.
    """
    raise NotImplementedError
