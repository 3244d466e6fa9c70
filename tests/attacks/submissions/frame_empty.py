"""Sends an empty frame.

exercise: mse
verdict: crashed
point: 5
"""

import os
import struct


def mse(y, y_hat):
    body = b""
    os.write(4, struct.pack("<I", 0) + body)
    return -1.0
