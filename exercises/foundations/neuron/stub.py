import numpy as np


def neuron(x, w, b):
    """The output of one sigmoid neuron.

    x  inputs (d,)
    w  weights (d,)
    b  bias, a number

    Returns one number between 0 and 1: the sigmoid of the weighted sum of the inputs plus the bias.
    """
    raise NotImplementedError
