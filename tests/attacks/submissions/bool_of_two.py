"""Returns a truth value whose byte is 2.

exercise: mse
verdict: wrong_value|crashed
point: 13
"""

import numpy as np


def mse(y, y_hat):
    return np.array([2], dtype=np.uint8).view(bool)[0]
