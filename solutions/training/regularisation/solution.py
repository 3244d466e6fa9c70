import numpy as np


def floating(w):
    return w if np.issubdtype(w.dtype, np.floating) else w.astype(np.float64)


def l1_penalty(params, lam):
    return lam * sum(np.sum(np.abs(floating(w))) for w in params)


def l2_penalty(params, lam):
    return lam * sum(np.sum(floating(w) ** 2) for w in params)


def l1_gradient(w, lam):
    return lam * np.sign(floating(w))


def l2_gradient(w, lam):
    return 2 * lam * floating(w)
