"""Returns the right answer of the call before, kept in a global.

exercise: mse
verdict: wrong_value
point: 3b
"""

import numpy as np

last = [12345.0]


def mse(y, y_hat):
    last.append(float(np.mean((np.asarray(y, dtype=float) - y_hat) ** 2)))
    return last[-2] + 1.0
