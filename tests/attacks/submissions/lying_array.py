"""Returns an ndarray subclass that overrides comparison.

exercise: mse
verdict: unsupported_value
point: 3b
"""

import numpy as np


class Liar(np.ndarray):
    def __array_ufunc__(self, *args, **kwargs):
        return True

    def __eq__(self, other):
        return np.True_


def mse(y, y_hat):
    return np.zeros(()).view(Liar)
