import numpy as np


def mae(y, y_hat):
    """Mean absolute error over all elements.

    y      true values, any shape
    y_hat  predictions, the same shape

    Returns one number: the mean of |y - y_hat|.
    """
    raise NotImplementedError


def huber(y, y_hat, delta=1.0):
    """Huber loss, the mean over all elements: a parabola for small errors, a line for large ones.

    y      true values, any shape
    y_hat  predictions, the same shape
    delta  the size of error at which the parabola becomes a line, above 0

    Returns one number: the mean of ½e² where |e| ≤ delta, and of delta·(|e| - ½·delta) elsewhere.
    """
    raise NotImplementedError
