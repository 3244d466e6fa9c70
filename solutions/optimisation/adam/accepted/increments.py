import numpy as np


def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    new_m = m + (1.0 - beta1) * (grad - m)
    new_v = v + (1.0 - beta2) * (np.square(grad) - v)
    root = np.sqrt(new_v / (1.0 - pow(beta2, t))) + eps
    rate = lr / (1.0 - pow(beta1, t))
    return np.subtract(theta, rate * new_m / root), new_m, new_v
