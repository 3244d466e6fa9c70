import math

import numpy as np


def probabilities(row, W, b):
    logits = [bias + sum(v * weights[c] for v, weights in zip(row, W)) for c, bias in enumerate(b)]
    top = max(logits)
    powers = [math.exp(z - top) for z in logits]
    return [power / sum(powers) for power in powers]


def fit_softmax(x, labels, n_classes, lr, steps):
    n, d = x.shape
    rows, classes = x.tolist(), labels.tolist()
    W, b = [[0.0] * n_classes for _ in range(d)], [0.0] * n_classes
    for _ in range(steps):
        all_p = [probabilities(row, W, b) for row in rows]
        for row, label, p in zip(rows, classes, all_p):
            for c in range(n_classes):
                off = (p[c] - (1 if c == label else 0)) / n
                b[c] -= lr * off
                for j in range(d):
                    W[j][c] -= lr * off * row[j]
    dtype = np.float32 if x.dtype == np.float32 else np.float64
    return np.array(W, dtype), np.array(b, dtype)
