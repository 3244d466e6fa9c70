import numpy as np


def adam_step_uncorrected(theta, m, v, grad, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad * grad  # a float times grad first: small integers do not wrap
    return theta - lr * m / (np.sqrt(v) + eps), m, v


def correction_factor(t, beta1=0.9, beta2=0.999):
    return np.sqrt(1 - beta2**t) / (1 - beta1**t)
