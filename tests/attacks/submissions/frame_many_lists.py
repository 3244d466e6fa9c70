"""Sends a million empty lists.

exercise: mse
verdict: crashed
point: 5
"""

import os
import struct


def mse(y, y_hat):
    body = b"\xdd\x00\x00\xc3\x50" + b"\x90" * 50000
    os.write(4, struct.pack("<I", len(body)) + body)
    return -1.0
