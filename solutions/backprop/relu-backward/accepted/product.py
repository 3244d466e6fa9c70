import numpy as np


def step(x):
    return np.heaviside(x, 0.0)


def relu_backward(dy, x):
    return np.multiply(dy, step(x))
