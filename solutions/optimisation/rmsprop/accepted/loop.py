import math

import numpy as np


def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    dtype = theta.dtype if theta.dtype.kind == "f" else np.float64
    new_theta, new_s = np.zeros(theta.shape, dtype), np.zeros(theta.shape, dtype)
    for i in np.ndindex(theta.shape):
        g = float(grad[i])
        mean_square = rho * float(s[i]) + (1 - rho) * g**2
        new_theta[i] = float(theta[i]) - lr * g / math.sqrt(mean_square + eps)
        new_s[i] = mean_square
    return new_theta, new_s
