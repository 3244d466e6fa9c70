import numpy as np


def softmax(z, axis=-1):
    z = z if z.dtype.kind == "f" else z.astype(np.float64)
    e = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)
