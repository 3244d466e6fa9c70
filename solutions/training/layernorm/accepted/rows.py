import math

import numpy as np


def normalised(row, eps):
    mean = math.fsum(row) / len(row)
    var = math.fsum((v - mean) ** 2 for v in row) / len(row)
    return [(v - mean) / math.sqrt(var + eps) for v in row]


def layernorm(x, gamma, beta, eps=1e-3):
    dtype = x.dtype if np.issubdtype(x.dtype, np.floating) else np.dtype(float)
    y = np.empty(x.shape, dtype)
    for position in np.ndindex(x.shape[:-1]):
        row = normalised(x[position].tolist(), eps)
        y[position] = [float(g) * v + float(b) for g, v, b in zip(gamma, row, beta)]
    return y
