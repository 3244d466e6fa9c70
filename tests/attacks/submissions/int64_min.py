"""Returns the one integer whose absolute value is negative.

exercise: mse
verdict: wrong_value|wrong_dtype
point: 13
"""

import numpy as np


def mse(y, y_hat):
    return np.int64(-(2**63))
