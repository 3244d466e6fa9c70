"""Feeds the grader's function objects, text, ragged lists and huge arrays.

exercise: numerical-gradient
verdict: raised|unsupported_value|wrong_value
point: 5
"""

import numpy as np


def numerical_gradient(f, x, h=1e-5):
    for bad in (object(), "x" * 100000, [[1], [1, 2]], {"a": x}, None, np.zeros((5000, 500)), f, lambda: 0):
        try:
            f(bad)
        except Exception:
            pass
    try:
        f(*([x] * 50), **{"out": x})
    except Exception:
        pass
    return -np.ones(np.shape(x))
