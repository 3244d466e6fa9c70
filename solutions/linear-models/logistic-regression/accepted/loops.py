import math

import numpy as np


def probability(row, w, b):
    z = sum(float(v) * float(weight) for v, weight in zip(row, w)) + float(b)
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def predict_proba(x, w, b):
    return np.array([probability(row, w, b) for row in x], dtype=x.dtype if x.dtype.kind == "f" else float)


def fit_logistic(x, y, lr, steps):
    n, d = x.shape
    w, b = [0.0] * d, 0.0
    for _ in range(steps):
        step_w, step_b = [0.0] * d, 0.0
        for row, target in zip(x, y):
            off = probability(row, w, b) - int(target)
            step_b += lr * off / n
            step_w = [s + lr * off * float(v) / n for s, v in zip(step_w, row)]
        w, b = [weight - s for weight, s in zip(w, step_w)], b - step_b
    return np.array(w, dtype=np.promote_types(x.dtype, np.float32) if x.dtype.kind == "f" else float), b
