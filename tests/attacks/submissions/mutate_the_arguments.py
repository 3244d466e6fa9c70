"""Makes the prediction right by overwriting it.

exercise: mse
verdict: mutated_input
point: 3b
"""

import numpy as np


def mse(y, y_hat):
    value = float(np.mean((np.asarray(y, dtype=float) - y_hat) ** 2))
    y_hat[...] = y
    y_hat += 1
    return value
