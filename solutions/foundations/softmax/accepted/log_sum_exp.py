import numpy as np


def softmax(z, axis=-1):
    if z.dtype.kind in "iu":
        z = np.array(z, dtype=float)
    log_total = np.logaddexp.reduce(z, axis=axis)
    return np.exp(z - np.expand_dims(log_total, axis))
