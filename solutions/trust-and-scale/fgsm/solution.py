import numpy as np


def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = x.astype(x.dtype if x.dtype.kind == "f" else np.float64)
    # the sign is made in x's dtype: a uint8 image plus a step would wrap, a float64 step would widen float32
    return np.clip(x + epsilon * np.sign(grad).astype(x.dtype), low, high)
