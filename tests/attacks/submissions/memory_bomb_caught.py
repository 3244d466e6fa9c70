"""Catches MemoryError and goes on allocating.

exercise: mse
verdict: out_of_memory|timeout|crashed|raised
point: 3
"""

kept = []


def mse(y, y_hat):
    while True:
        try:
            kept.append(bytearray(1 << 24))
        except MemoryError:
            pass
