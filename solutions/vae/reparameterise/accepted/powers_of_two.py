import numpy as np


class Normal:
    """A normal distribution; the standard deviation is a power of two."""

    def __init__(self, mean, log_var):
        self.location = np.multiply(mean, 1.0)
        self.scale = np.exp2(np.multiply(log_var, 0.5 / np.log(2).item()))

    def at(self, noise):
        return np.add(self.location, np.multiply(self.scale, noise))


def reparameterise(mean, log_var, noise):
    return Normal(mean, log_var).at(noise)
