"""Sends a map whose keys are maps.

exercise: mse
verdict: crashed
point: 5
"""

import os
import struct


def mse(y, y_hat):
    body = b"\x81\x81\xc0\xc0\x81\xc0\xc0"
    os.write(4, struct.pack("<I", len(body)) + body)
    return -1.0
