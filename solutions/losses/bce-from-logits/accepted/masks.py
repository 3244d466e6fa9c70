import numpy as np


def bce_from_logits(y, z):
    y, z = np.asarray(y, np.float64).ravel(), np.array(z, np.float64).ravel()
    e = np.exp(-np.sqrt(z * z))
    rest = np.log(1 + e)
    wrong_side = (z > 0) != (y == 1)
    rest[wrong_side] += np.abs(z[wrong_side])
    return np.array(rest.sum() / rest.size)
