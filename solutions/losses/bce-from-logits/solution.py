import numpy as np


def softplus(z):
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


def bce_from_logits(y, z):
    return np.mean(y * softplus(-z) + (1 - y) * softplus(z))
