"""Makes every operator a callable that keeps what it was given.

exercise: autodiff
verdict: wrong_value|raised|unsupported_value|wrong_shape|crashed|early_exit
point: 8
"""

seen = []


class Value:
    def __init__(self, data):
        seen.append(data)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return seen[-1]

    def __add__(self, other):
        seen.append(other)
        return seen

    __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __pow__ = __add__
