"""Asks the grader to run callbacks that were never sent.

exercise: numerical-gradient
verdict: crashed|raised|wrong_value
point: 7
"""

def numerical_gradient(f, x, h=1e-5):
    f.number = 99
    return f(x)
