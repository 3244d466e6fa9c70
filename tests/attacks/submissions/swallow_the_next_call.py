"""Reads the grader's next request itself and answers with what it was sent.

exercise: mse
verdict: crashed|timeout|early_exit|wrong_value
point: 10
"""

import os
import threading


def thief():
    while True:
        data = os.read(3, 1 << 16)
        if not data:
            return
        os.write(4, data)


threading.Thread(target=thief, daemon=True).start()


def mse(y, y_hat):
    return -1.0
