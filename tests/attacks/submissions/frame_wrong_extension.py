"""Sends an extension that is not ours.

exercise: mse
verdict: crashed
point: 5
"""

import os
import struct


def mse(y, y_hat):
    body = b"\xc7\x04\x63abcd"
    os.write(4, struct.pack("<I", len(body)) + body)
    return -1.0
