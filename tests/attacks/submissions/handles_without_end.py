"""Answers an attribute read with thousands of objects.

exercise: autodiff
verdict: unsupported_value|wrong_value|raised
point: 8
"""

class Value:
    def __init__(self, data):
        self.data = data

    def _again(self, *others):
        return Value(0.0)

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __pow__ = __neg__ = _again
    tanh = relu = exp = _again

    def backward(self):
        pass


    @property
    def grad(self):
        return [object() for _ in range(5000)]

    def __getattribute__(self, name):
        if name == "data":
            return [object() for _ in range(5000)]
        return object.__getattribute__(self, name)
