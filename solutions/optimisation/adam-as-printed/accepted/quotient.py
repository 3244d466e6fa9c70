import numpy as np


def averages(m, v, grad, beta1, beta2):
    return m + (1 - beta1) * (grad - m), v + (1 - beta2) * (np.square(grad) - v)


def adam_step_uncorrected(theta, m, v, grad, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    rate = lr / (np.sqrt(v) + eps)
    return [np.subtract(theta, rate * m), m, v]


def correction_factor(t, beta1=0.9, beta2=0.999):
    """Walks t steps with the gradient 1, and compares the two steps at the end."""
    m = v = 0.0
    for _ in range(t):
        m, v = averages(m, v, 1.0, beta1, beta2)
    corrected = m / (1 - beta1**t) / np.sqrt(v / (1 - beta2**t))
    return corrected / (m / np.sqrt(v))
