import math

import numpy as np


def elementwise(function, x):
    result = np.empty(x.shape, dtype=x.dtype if x.dtype.kind == "f" else float)
    for index in np.ndindex(x.shape):
        result[index] = function(float(x[index]))
    return result


def logistic(v):
    if v < 0:
        e = math.exp(v)
        return e / (1 + e)
    return 1 / (1 + math.exp(-v))


def sigmoid(x):
    return elementwise(logistic, x)


def tanh(x):
    return elementwise(math.tanh, x)


def relu(x):
    return elementwise(lambda v: v if v > 0 else 0.0, x)


def leaky_relu(x, alpha=0.2):
    return elementwise(lambda v: v if v > 0 else alpha * v, x)
