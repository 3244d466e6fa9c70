"""Ends the process in the middle of a call.

exercise: mse
verdict: early_exit
point: 3b
"""

import os


def mse(y, y_hat):
    os._exit(0)
