import math

import numpy as np


def elementwise(function, x):
    result = np.empty(x.shape, dtype=x.dtype if x.dtype.kind == "f" else float)
    for index in np.ndindex(x.shape):
        result[index] = function(float(x[index]))
    return result


def sigmoid_slope(v):
    e = math.exp(-abs(v))
    return e / (1 + e) ** 2


def sigmoid_grad(x):
    return elementwise(sigmoid_slope, x)


def tanh_grad(x):
    return elementwise(lambda v: 4 * sigmoid_slope(2 * v), x)


def relu_grad(x):
    return elementwise(lambda v: 1.0 if v > 0 else 0.0, x)


def leaky_relu_grad(x, alpha=0.2):
    return elementwise(lambda v: 1.0 if v > 0 else alpha, x)
