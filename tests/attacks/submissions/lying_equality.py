"""Returns an object that says it equals everything.

exercise: mse
verdict: unsupported_value
point: 3b
"""

class Liar:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __lt__ = __le__ = __gt__ = __ge__ = __eq__
    __hash__ = object.__hash__

    def __sub__(self, other):
        return 0.0

    __rsub__ = __abs__ = __float__ = lambda self, *a: 0.0

    def __array__(self, *args, **kwargs):
        import numpy as np

        return np.zeros(())


def mse(y, y_hat):
    return Liar()
