import numpy as np


def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    moved = np.array(x, dtype=None if x.dtype.kind == "f" else float)
    moved[grad > 0] += epsilon
    moved[grad < 0] -= epsilon
    moved[moved < low] = low
    moved[moved > high] = high
    return moved
