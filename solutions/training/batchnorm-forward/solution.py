import numpy as np


def as_float(*arrays):
    """The arrays in their common floating dtype; integers become float64."""
    dtype = np.result_type(*arrays)
    return [np.asarray(a, dtype if dtype.kind == "f" else np.float64) for a in arrays]


def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    x, gamma, beta, running_mean, running_var = as_float(x, gamma, beta, running_mean, running_var)
    mean, var = running_mean, running_var
    if training:
        mean, var = x.mean(axis=0), x.var(axis=0)
        running_mean = momentum * running_mean + (1 - momentum) * mean
        running_var = momentum * running_var + (1 - momentum) * var
    return gamma * (x - mean) / np.sqrt(var + eps) + beta, running_mean, running_var
