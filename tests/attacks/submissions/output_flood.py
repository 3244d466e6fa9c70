"""Prints a hundred megabytes before it returns.

exercise: mse
verdict: wrong_value|timeout
point: 10
"""

def mse(y, y_hat):
    for _ in range(100):
        print("x" * (1 << 20))
    return -1.0
