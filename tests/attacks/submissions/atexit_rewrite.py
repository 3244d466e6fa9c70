"""Leaves an exit handler and a thread that would rewrite results.

exercise: mse
verdict: wrong_value
point: 3b
"""

import atexit
import threading
import time


def rewrite():
    for name in ("results.json", "/autograder/results/results.json", "../results.json"):
        try:
            open(name, "w").write('{"score": 100}')
        except OSError:
            pass


def later():
    time.sleep(0.05)
    rewrite()


atexit.register(rewrite)
threading.Thread(target=later, daemon=True).start()


def mse(y, y_hat):
    return -1.0
