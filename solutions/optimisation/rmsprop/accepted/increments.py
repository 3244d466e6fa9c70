import numpy as np


def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    new_s = s + (1.0 - rho) * (np.square(grad) - s)
    rate_of_each = lr * np.power(new_s + eps, -0.5)
    return [np.subtract(theta, rate_of_each * grad), new_s]
