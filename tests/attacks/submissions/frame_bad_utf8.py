"""Sends text that is not UTF-8.

exercise: mse
verdict: crashed
point: 5
"""

import os
import struct


def mse(y, y_hat):
    body = b"\x95\xa8return\xff\xfe\x01\xc4\x00\xc4\x00\x90"
    os.write(4, struct.pack("<I", len(body)) + body)
    return -1.0
