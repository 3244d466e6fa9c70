"""Allocates until something gives.

exercise: mse
verdict: out_of_memory|timeout
point: 3
"""

import numpy as np

kept = []


def mse(y, y_hat):
    while True:
        kept.append(np.ones(1 << 22))
