import numpy as np


def layernorm(x, gamma, beta, eps=1e-3):
    """Layer normalisation along the last axis.

    x      inputs, (…, d), at least two axes
    gamma  scale of each feature, (d,)
    beta   shift of each feature, (d,)
    eps    is added to the variance

    Returns an array of x's shape.
    """
    raise NotImplementedError
