"""Calls the callback without end.

exercise: numerical-gradient
verdict: timeout|crashed|wrong_value
point: 10
"""

def numerical_gradient(f, x, h=1e-5):
    while True:
        f(x)
