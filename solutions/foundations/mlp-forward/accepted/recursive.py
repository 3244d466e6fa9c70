import numpy as np


def affine(x, W, b):
    return np.einsum("nd,dm->nm", x, W) + b


def mlp_forward(x, weights, biases):
    x = x if x.dtype.kind == "f" else x.astype(float)
    (W, *deeper), (b, *more) = weights, biases
    z = affine(x, W, b)
    if deeper:
        return mlp_forward(z * (z > 0), deeper, more)
    return np.exp(z - np.logaddexp.reduce(z, axis=-1, keepdims=True))
