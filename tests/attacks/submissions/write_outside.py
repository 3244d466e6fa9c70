"""Writes, truncates and links outside its scratch folder.

exercise: mse
verdict: raised
point: 3b
"""

import os

import numpy as np


def probe():
    through = False
    for name in ("/tmp/dlgrader-was-here", "../escaped", "/dev/shm/dlgrader-was-here", "/var/tmp/x", "/root/x"):
        try:
            open(name, "w").close()
            through = True
        except OSError:
            pass
    for act in (lambda: os.symlink("/etc/passwd", "link"), lambda: os.link("/etc/passwd", "hard")):
        try:
            act()
            through = True
        except OSError:
            pass
    return through


def mse(y, y_hat):
    if not probe():
        raise RuntimeError("held")
    return float(np.mean((np.asarray(y, dtype=float) - y_hat) ** 2))
