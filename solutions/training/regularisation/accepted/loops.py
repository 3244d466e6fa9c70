import math

import numpy as np


def l1_penalty(params, lam):
    return math.fsum(lam * abs(float(v)) for w in params for v in w.flat)


def l2_penalty(params, lam):
    return math.fsum(lam * float(v) ** 2 for w in params for v in w.flat)


def each(w, slope):
    gradient = np.zeros(w.shape, w.dtype if w.dtype.kind == "f" else float)
    for index, value in np.ndenumerate(w):
        gradient[index] = slope(float(value))
    return gradient


def l1_gradient(w, lam):
    return each(w, lambda v: 0.0 if v == 0 else math.copysign(lam, v))


def l2_gradient(w, lam):
    return each(w, lambda v: lam * v + lam * v)
