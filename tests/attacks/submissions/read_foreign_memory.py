"""Reads memory of its parent by process_vm_readv.

exercise: mse
verdict: raised
point: 1
"""

import ctypes
import os

import numpy as np

libc = ctypes.CDLL(None, use_errno=True)


def probe():
    return libc.syscall(310, os.getppid() or 1, ctypes.byref((ctypes.c_uint64 * 2)()), 1, ctypes.byref((ctypes.c_uint64 * 2)()), 1, 0) >= 0


def mse(y, y_hat):
    if not probe():
        raise RuntimeError("held")
    return float(np.mean((np.asarray(y, dtype=float) - y_hat) ** 2))
