"""Loops for ever, and prints while it does.

exercise: mse
verdict: timeout
point: 10
"""

def mse(y, y_hat):
    while True:
        print("still here" * 100)
