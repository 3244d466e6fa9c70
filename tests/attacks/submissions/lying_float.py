"""Returns a float whose comparisons and differences lie.

exercise: mse
verdict: wrong_value
point: 3b
"""

class Float(float):
    def __eq__(self, other):
        return True

    def __sub__(self, other):
        return 0.0

    __rsub__ = __sub__
    __hash__ = float.__hash__

    def __array__(self, *args, **kwargs):
        raise SystemExit


def mse(y, y_hat):
    return Float(4321.0)
