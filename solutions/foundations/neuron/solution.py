import numpy as np


def neuron(x, w, b):
    z = np.dot(np.asarray(w, dtype=float), x) + b
    small = np.exp(-np.abs(z))
    return (1 if z >= 0 else small) / (1 + small)
