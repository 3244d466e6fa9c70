import numpy as np


def reparameterise(mean, log_var, noise):
    return mean + np.exp(log_var / 2) * noise
