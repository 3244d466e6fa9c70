"""Sleeps: no CPU time is used.

exercise: mse
verdict: timeout
point: 10
"""

import time


def mse(y, y_hat):
    time.sleep(3600)
