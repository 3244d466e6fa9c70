"""Returns a megabyte of text in place of a number.

exercise: mse
verdict: wrong_value
point: 6
"""

def mse(y, y_hat):
    return "x" * (1 << 20)
