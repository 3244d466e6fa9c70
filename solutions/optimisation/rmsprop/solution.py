import numpy as np


def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    s = rho * s + (1 - rho) * grad * grad  # a float times grad first: small integers do not wrap
    return theta - lr * grad / np.sqrt(s + eps), s
