import numpy as np


def numerical_gradient(f, x, h=1e-5):
    values = [float(value) for value in x.flat]

    def at(i, value):
        moved = [*values[:i], value, *values[i + 1 :]]
        return f(np.array(moved).reshape(x.shape))

    slopes = [(at(i, value + h) - at(i, value - h)) / h / 2 for i, value in enumerate(values)]
    return np.array(slopes).reshape(x.shape)
