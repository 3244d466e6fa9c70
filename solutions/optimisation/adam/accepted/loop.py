import math

import numpy as np


def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    dtype = theta.dtype if theta.dtype.kind == "f" else np.float64
    new = [np.zeros(theta.shape, dtype) for _ in range(3)]
    for i in np.ndindex(theta.shape):
        g = float(grad[i])
        mean = beta1 * float(m[i]) + (1 - beta1) * g
        square = beta2 * float(v[i]) + (1 - beta2) * g**2
        step = mean / (1 - beta1**t) / (math.sqrt(square / (1 - beta2**t)) + eps)
        new[0][i], new[1][i], new[2][i] = float(theta[i]) - lr * step, mean, square
    return tuple(new)
