"""Returns an integer beyond every float.

exercise: mse
verdict: wrong_value|not_finite
point: 13
"""

def mse(y, y_hat):
    return 10**800
