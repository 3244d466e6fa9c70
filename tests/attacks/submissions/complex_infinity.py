"""Returns a complex number with an infinite part.

exercise: mse
verdict: not_finite|wrong_value|wrong_dtype
point: 13
"""

import numpy as np


def mse(y, y_hat):
    return np.complex128(complex(1.0, float("inf")))
