import numpy as np


def real(a):
    return np.asarray(a, dtype=a.dtype if np.issubdtype(a.dtype, np.floating) else np.float64)


def solve_linear(x, y, l2=0.0):
    x, y = real(x), real(y)
    u, s, vt = np.linalg.svd(x - np.mean(x, axis=0), full_matrices=False)
    kept = s > 1e-6 * np.max(s, initial=0.0)
    shrunk = np.zeros_like(s)
    shrunk[kept] = s[kept] / (s[kept] ** 2 + s.dtype.type(l2))
    w = vt.T @ (shrunk * (u.T @ (y - np.mean(y))))
    return w, np.mean(y - x @ w)
