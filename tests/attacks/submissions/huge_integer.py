"""Returns an integer of ten thousand digits.

exercise: mse
verdict: unsupported_value|wrong_value
point: 13
"""

def mse(y, y_hat):
    return 1 << 33000
