"""Starts a program by subprocess, posix_spawn and exec.

exercise: mse
verdict: raised
point: 3b
"""

import os
import subprocess

import numpy as np


def probe():
    for start in (
        lambda: subprocess.run(["/bin/true"], check=True),
        lambda: os.posix_spawn("/bin/true", ["true"], {}),
        lambda: os.execv("/bin/true", ["true"]),
    ):
        try:
            start()
            return True
        except (OSError, subprocess.SubprocessError, MemoryError):
            pass
    return False


def mse(y, y_hat):
    if not probe():
        raise RuntimeError("held")
    return float(np.mean((np.asarray(y, dtype=float) - y_hat) ** 2))
