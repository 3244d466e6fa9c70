import numpy as np


def mse(y, y_hat):
    """Mean squared error over all elements.

    y      true values, any shape
    y_hat  predictions, the same shape

    Returns one number: the mean of (y - y_hat)² over every element.
    """
    raise NotImplementedError
