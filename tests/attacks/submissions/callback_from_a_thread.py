"""Calls back from a thread while the call returns.

exercise: numerical-gradient
verdict: crashed|timeout|wrong_value|raised
point: 7
"""

import threading

import numpy as np


def numerical_gradient(f, x, h=1e-5):
    def storm():
        while True:
            try:
                f(x)
            except Exception:
                pass

    threading.Thread(target=storm, daemon=True).start()
    return -np.ones(np.shape(x))
