import numpy as np


def flat(params):
    return np.concatenate([np.ravel(w) for w in params]).astype(float)


def l1_penalty(params, lam):
    return lam * np.linalg.norm(flat(params), ord=1)


def l2_penalty(params, lam):
    v = flat(params)
    return lam * (v @ v)


def l1_gradient(w, lam):
    dtype = w.dtype if w.dtype.kind == "f" else np.float64
    return np.where(w > 0, lam, np.where(w < 0, -lam, 0)).astype(dtype)


def l2_gradient(w, lam):
    return np.multiply(w, 2.0 * lam)
