"""Sends a frame before it is asked anything.

exercise: mse
verdict: crashed|early_exit
point: 7
"""

import os
import struct

body = b"\x94\xa6loaded\x00\xc0\x90"
os.write(4, struct.pack("<I", len(body)) + body)


def mse(y, y_hat):
    return -1.0
