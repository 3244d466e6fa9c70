"""Claims a frame of four gigabytes.

exercise: mse
verdict: crashed
point: 5
"""

import os
import struct


def mse(y, y_hat):
    body = b"x"
    os.write(4, struct.pack("<I", 0xFFFFFFFF) + body)
    return -1.0
