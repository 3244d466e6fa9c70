"""Returns an array that claims far more than it holds.

exercise: mse
verdict: unsupported_value|wrong_shape|out_of_memory
point: 13
"""

import numpy as np


def mse(y, y_hat):
    return np.broadcast_to(np.float64(1.0), (1 << 15, 1 << 15))
