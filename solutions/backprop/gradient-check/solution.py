import numpy as np


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.empty_like(x)
    for index in np.ndindex(x.shape):
        centre = x[index]
        x[index] = centre + h
        above = f(x)
        x[index] = centre - h
        below = f(x)
        x[index] = centre
        gradient[index] = (above - below) / (2 * h)
    return gradient


def relative_error(a, b):
    a = np.asarray(a, dtype=float)
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return 0.0 if size == 0 else np.linalg.norm(a - b) / size


def gradient_check(f, grad_f, x, tol=1e-6):
    return relative_error(grad_f(x), numerical_gradient(f, x)) <= tol
