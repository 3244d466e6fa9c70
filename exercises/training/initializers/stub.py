import numpy as np


def glorot_uniform(shape, seed):
    """Weights from the uniform distribution on [-a, a], a = sqrt(6 / (fan_in + fan_out)).

    shape  (fan_in, fan_out)
    seed   integer; the same seed gives the same values

    Returns an array of that shape.
    """
    raise NotImplementedError


def he_normal(shape, seed):
    """Weights from the normal distribution with mean 0 and standard deviation sqrt(2 / fan_in).

    shape  (fan_in, fan_out)
    seed   integer; the same seed gives the same values

    Returns an array of that shape. The distribution may be truncated at two standard deviations or
    further out, if the standard deviation of the result is still sqrt(2 / fan_in).
    """
    raise NotImplementedError
