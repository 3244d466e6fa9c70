"""Forks a child that would outlive the grader.

exercise: mse
verdict: raised
point: 11
"""

import os
import time

import numpy as np


def probe():
    try:
        pid = os.fork()
    except OSError:
        return False
    if pid == 0:
        os.setsid()
        time.sleep(600)
        os._exit(0)
    return True


def mse(y, y_hat):
    if not probe():
        raise RuntimeError("held")
    return float(np.mean((np.asarray(y, dtype=float) - y_hat) ** 2))
