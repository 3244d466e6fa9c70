import numpy as np


def layernorm(x, gamma, beta, eps=1e-3):
    """As a batch of vectors, with one factor for each of them."""
    vectors = x.reshape(-1, x.shape[-1]) * (1 if x.dtype.kind == "f" else 1.0)
    centred = vectors - np.average(vectors, axis=1)[:, None]
    factor = (np.einsum("vd,vd->v", centred, centred) / x.shape[-1] + eps) ** -0.5
    return (beta + np.einsum("vd,v,d->vd", centred, factor, gamma)).reshape(x.shape)
