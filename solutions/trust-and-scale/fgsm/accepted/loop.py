import numpy as np


def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    result = np.zeros(x.shape, x.dtype if x.dtype.kind == "f" else np.float64)
    for i in np.ndindex(x.shape):
        step = epsilon if grad[i] > 0 else -epsilon if grad[i] < 0 else 0.0
        result[i] = min(max(float(x[i]) + step, low), high)
    return result
