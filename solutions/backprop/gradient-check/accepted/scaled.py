import numpy as np


def length(v):
    return np.sqrt(np.dot(v, v))


def relative_error(a, b):
    u, v = (np.ravel(g).astype(np.float64) for g in (a, b))
    largest = max(np.abs(u).max(), np.abs(v).max())
    if largest == 0:
        return 0
    u, v = u / largest, v / largest
    return length(u - v) / (length(u) + length(v))


def gradient_check(f, grad_f, x, tol=1e-6):
    x = x.astype(np.float64)
    steps = 1e-5 * np.eye(x.size).reshape(-1, *x.shape)
    slopes = np.array([f(x + step) - f(x - step) for step in steps]) / 2e-5
    return np.asarray(relative_error(grad_f(x), slopes.reshape(x.shape)) <= tol)
