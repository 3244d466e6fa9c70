import math

import numpy as np


def standard_deviation(log_var):
    return math.exp(0.5 * log_var)


def reparameterise(mean, log_var, noise):
    dtype = np.result_type(mean, log_var, noise)
    z = np.empty(mean.shape, dtype if dtype.kind == "f" else np.float64)
    for i in np.ndindex(mean.shape):
        z[i] = float(mean[i]) + standard_deviation(float(log_var[i])) * float(noise[i])
    return z
