import numpy as np


def to_float(array):
    return array if array.dtype.kind == "f" else array.astype(np.float64)


def dense_forward(x, W, b):
    return np.add(np.einsum("nd,dm->nm", to_float(x), to_float(W)), to_float(b)[np.newaxis, :])
