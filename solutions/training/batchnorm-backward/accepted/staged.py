import numpy as np


def batchnorm_backward(dy, x, gamma, eps=1e-3):
    """The paper's steps: normalised values, variance, mean, inputs."""
    n = len(x)
    dtype = x.dtype if x.dtype.kind == "f" else np.float64
    x, dy = x.astype(dtype), dy.astype(dtype)
    mean = x.sum(axis=0) / n
    centred = x - mean
    var = (centred**2).sum(axis=0) / n
    inverse = 1 / np.sqrt(var + eps)

    dbeta = dy.sum(axis=0)
    dgamma = (dy * centred * inverse).sum(axis=0)
    dx_hat = dy * gamma
    dvar = (dx_hat * centred).sum(axis=0) * -0.5 * inverse**3
    dmean = -(dx_hat * inverse).sum(axis=0) - 2 * dvar * centred.sum(axis=0) / n
    return [dx_hat * inverse + 2 * dvar * centred / n + dmean / n, dgamma, dbeta]
