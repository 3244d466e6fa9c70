"""Sends a message of a kind that does not exist.

exercise: mse
verdict: crashed
point: 5
"""

import os
import struct


def mse(y, y_hat):
    body = b"\x95\xa8graderok\x01\xc4\x00\xc4\x00\x90"
    os.write(4, struct.pack("<I", len(body)) + body)
    return -1.0
