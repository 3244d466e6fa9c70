import numpy as np


def glorot_uniform(shape, seed):
    np.random.seed(seed)
    return (2 * np.random.rand(*shape) - 1) * np.sqrt(6.0 / sum(shape))


def he_normal(shape, seed):
    np.random.seed(seed)
    return np.random.randn(*shape) / np.sqrt(shape[0] / 2)
