import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def gan_step(params, real, z, lr):
    a, c, w, b = (params[name] for name in ("a", "c", "w", "b"))
    fake = a * z + c
    dreal = -sigmoid(-(w * real + b)) / real.size
    dfake = sigmoid(w * fake + b) / fake.size
    dw, db = np.sum(dreal * real) + np.sum(dfake * fake), np.sum(dreal) + np.sum(dfake)
    w, b = w - lr * dw, b - lr * db
    dx = -sigmoid(-(w * fake + b)) / fake.size * w
    return {"a": a - lr * np.sum(dx * z), "c": c - lr * np.sum(dx), "w": w, "b": b}
