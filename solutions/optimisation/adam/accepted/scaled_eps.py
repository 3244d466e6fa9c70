import numpy as np


def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    """The paper's efficient form, with eps scaled so that it equals Algorithm 1."""
    m, v = (beta * old + (1 - beta) * new for beta, old, new in [(beta1, m, grad), (beta2, v, grad**2)])
    root = np.sqrt(1 - beta2**t).item()
    return [theta - lr * root / (1 - beta1**t) * m / (np.sqrt(v) + eps * root), m, v]
