"""Returns a list that holds itself.

exercise: mse
verdict: unsupported_value
point: 5
"""

def mse(y, y_hat):
    knot = []
    knot.append(knot)
    return knot
