"""Reads address 0.

exercise: mse
verdict: crashed
point: 3b
"""

import ctypes


def mse(y, y_hat):
    return ctypes.string_at(0)
