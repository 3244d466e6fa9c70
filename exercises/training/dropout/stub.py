import numpy as np


def dropout(x, rate, u, training=True):
    """Inverted dropout.

    x         values, any shape
    rate      share that is dropped, 0 <= rate < 1
    u         uniform samples from [0, 1), the same shape: an element is kept where u >= rate
    training  False: nothing is dropped, the result has x's values

    Returns an array of x's shape; in training, what is kept is divided by 1 - rate.
    """
    raise NotImplementedError


def dropout_backward(dy, rate, u):
    """Gradient of the loss with respect to the x of dropout, in training.

    dy       gradient with respect to the result of dropout, any shape
    rate, u  those of the forward pass

    Returns an array of dy's shape.
    """
    raise NotImplementedError
