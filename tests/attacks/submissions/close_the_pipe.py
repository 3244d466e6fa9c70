"""Closes the protocol's descriptors and stays alive.

exercise: mse
verdict: crashed|early_exit
point: 10
"""

import os
import time


def mse(y, y_hat):
    os.close(4)
    os.close(3)
    time.sleep(3600)
