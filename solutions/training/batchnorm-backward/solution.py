import numpy as np


def as_float(*arrays):
    """The arrays in their common floating dtype; integers become float64."""
    dtype = np.result_type(*arrays)
    return [np.asarray(a, dtype if dtype.kind == "f" else np.float64) for a in arrays]


def batchnorm_backward(dy, x, gamma, eps=1e-3):
    dy, x, gamma = as_float(dy, x, gamma)
    scale = np.sqrt(x.var(axis=0) + eps)
    x_hat = (x - x.mean(axis=0)) / scale

    through_mean = dy.mean(axis=0)
    through_var = x_hat * (dy * x_hat).mean(axis=0)
    dx = gamma / scale * (dy - through_mean - through_var)
    return dx, (dy * x_hat).sum(axis=0), dy.sum(axis=0)
