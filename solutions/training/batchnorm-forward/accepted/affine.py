import numpy as np


def moved(old, new, share):
    return old - share * (old - new)


def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    """Centred first, then one factor for each feature; the statistics come as a list."""
    if x.dtype.kind in "iu":
        x = x.astype(float)
    if not training:
        factor = gamma * (running_var + eps) ** -0.5
        return [(x - running_mean) * factor + beta, running_mean.copy(), running_var.copy()]
    mean = np.average(x, axis=0)
    centred = x - mean
    var = np.einsum("nd,nd->d", centred, centred) / len(x)
    factor = gamma / np.sqrt(eps + var)
    return [centred * factor + beta, moved(running_mean, mean, 1 - momentum), moved(running_var, var, 1 - momentum)]
