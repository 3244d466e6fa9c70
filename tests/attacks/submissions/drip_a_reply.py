"""Announces a long frame and sends it byte by byte.

exercise: mse
verdict: crashed|timeout
point: 10
"""

import os
import struct
import time


def mse(y, y_hat):
    os.write(4, struct.pack("<I", 1 << 20))
    while True:
        os.write(4, b"x")
        time.sleep(0.2)
