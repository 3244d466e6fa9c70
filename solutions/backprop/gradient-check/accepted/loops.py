import math

import numpy as np


def norm(values):
    return math.sqrt(sum(v * v for v in values))


def relative_error(a, b):
    a, b = [float(v) for v in a.flat], [float(v) for v in b.flat]
    divisor = norm(a) + norm(b)
    if divisor == 0.0:
        return 0.0
    return norm(p - q for p, q in zip(a, b)) / divisor


def gradient_check(f, grad_f, x, tol=1e-6):
    values, slopes = [float(v) for v in x.flat], []
    for i, centre in enumerate(values):
        h = 1e-5 * max(1.0, abs(centre))
        around = [np.array([*values[:i], v, *values[i + 1 :]]).reshape(x.shape) for v in (centre + h, centre - h)]
        slopes.append((f(around[0]) - f(around[1])) / (2 * h))
    exact = np.array(grad_f(np.array(values).reshape(x.shape)))
    return relative_error(exact, np.array(slopes)) <= tol
