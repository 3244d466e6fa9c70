"""Returns an object whose unpickling would run code.

exercise: mse
verdict: unsupported_value
point: 3b
"""

import os


class Bomb:
    def __reduce__(self):
        return os.system, ("touch /tmp/dlgrader-was-here",)


def mse(y, y_hat):
    return Bomb()
