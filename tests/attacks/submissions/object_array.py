"""Returns an array of objects.

exercise: mse
verdict: unsupported_value
point: 13
"""

import numpy as np


def mse(y, y_hat):
    return np.array([object()], dtype=object)
