"""Starts threads without end, with tiny stacks.

exercise: mse
verdict: crashed|raised|out_of_memory|timeout
point: 3
"""

import threading
import time

threading.stack_size(65536)


def mse(y, y_hat):
    while True:
        threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
