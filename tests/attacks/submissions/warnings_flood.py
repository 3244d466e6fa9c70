"""Warns a hundred thousand times with long texts.

exercise: mse
verdict: wrong_value|timeout
point: 10
"""

import warnings


def mse(y, y_hat):
    for number in range(20000):
        warnings.warn(f"overflow-ish {number} " + "z" * 200)
    return -1.0
