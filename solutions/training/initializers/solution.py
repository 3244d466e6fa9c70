import numpy as np


def glorot_uniform(shape, seed):
    fan_in, fan_out = shape
    limit = np.sqrt(6 / (fan_in + fan_out))
    return np.random.default_rng(seed).uniform(-limit, limit, size=shape)


def he_normal(shape, seed):
    fan_in, _ = shape
    return np.random.default_rng(seed).normal(0, np.sqrt(2 / fan_in), size=shape)
