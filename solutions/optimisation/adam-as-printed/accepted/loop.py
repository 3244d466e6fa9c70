import math

import numpy as np


def adam_step_uncorrected(theta, m, v, grad, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    dtype = theta.dtype if theta.dtype.kind == "f" else np.float64
    new = [np.zeros(theta.shape, dtype) for _ in range(3)]
    for i in np.ndindex(theta.shape):
        g = float(grad[i])
        mean = beta1 * float(m[i]) + (1 - beta1) * g
        square = beta2 * float(v[i]) + (1 - beta2) * g**2
        new[0][i], new[1][i], new[2][i] = float(theta[i]) - lr * mean / (math.sqrt(square) + eps), mean, square
    return tuple(new)


def correction_factor(t, beta1=0.9, beta2=0.999):
    """With the sums of the geometric series in place of the powers."""
    first = (1 - beta1) * sum(beta1**i for i in range(t))
    second = (1 - beta2) * sum(beta2**i for i in range(t))
    return np.array(second**0.5 / first)
