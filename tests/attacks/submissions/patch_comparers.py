"""Patches every comparer it can reach, and returns a wrong number.

exercise: mse
verdict: wrong_value
point: 3b
"""

import math

import numpy as np

for name in ("allclose", "isclose", "array_equal"):
    setattr(np, name, lambda *a, **k: True)
np.testing.assert_allclose = lambda *a, **k: None
math.isclose = lambda *a, **k: True
try:
    import unittest

    unittest.TestCase.assertEqual = lambda *a, **k: None
except ImportError:
    pass


def mse(y, y_hat):
    return 1234.5
