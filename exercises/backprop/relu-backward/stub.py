import numpy as np


def relu_backward(dy, x):
    """Gradient of a loss with respect to the argument of ReLU.

    dy  gradient of the loss with respect to relu(x), any shape
    x   what ReLU was given in the forward pass, the same shape

    Returns a new array of that shape. The slope at x = 0 is 0.
    """
    raise NotImplementedError
