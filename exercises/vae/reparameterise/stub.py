import numpy as np


def reparameterise(mean, log_var, noise):
    """A sample of N(mean, exp(log_var)), computed from a sample of N(0, 1).

    mean     means, any shape
    log_var  logarithms of the variances, the same shape
    noise    samples of N(0, 1), the same shape

    Returns an array of that shape.
    """
    raise NotImplementedError
