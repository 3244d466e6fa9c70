"""Returns NaN, hoping that a comparison skips it.

exercise: mse
verdict: not_finite
point: 3b
"""

def mse(y, y_hat):
    return float("nan")
