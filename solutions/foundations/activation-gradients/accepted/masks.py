import numpy as np


def float_type(x):
    return x.dtype if x.dtype in (np.float32, np.float64) else np.dtype(np.float64)


def sigmoid_grad(x):
    return 0.25 * tanh_grad(x.astype(float_type(x)) / 2)


def tanh_grad(x):
    t = np.tanh(x.astype(float_type(x)))
    return (1 - t) * (1 + t)


def relu_grad(x):
    return (x > 0).astype(float_type(x))


def leaky_relu_grad(x, alpha=0.2):
    slope = np.ones(x.shape, float_type(x))
    slope[x <= 0] = alpha
    return slope
