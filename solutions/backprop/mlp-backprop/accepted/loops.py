import math

import numpy as np


def sigmoid(z):
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def dense(inputs, W, b):
    return [float(b[j]) + sum(v * float(W[i, j]) for i, v in enumerate(inputs)) for j in range(len(b))]


def collect(dW, db, inputs, deltas):
    for j, delta in enumerate(deltas):
        db[j] += delta
        for i, v in enumerate(inputs):
            dW[i, j] += delta * v


def mlp_backprop(x, y, W1, b1, W2, b2):
    names = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
    grads = {name: np.zeros(np.shape(p)) for name, p in names.items()}
    loss = 0.0
    for sample, target in zip(x.tolist(), y.tolist()):
        hidden = [sigmoid(z) for z in dense(sample, W1, b1)]
        errors = [o - t for o, t in zip(dense(hidden, W2, b2), target)]
        loss += sum(e * e for e in errors)
        out = [2 * e for e in errors]
        back = [sum(o * float(w) for o, w in zip(out, row)) for row in W2]
        collect(grads["W2"], grads["b2"], hidden, out)
        collect(grads["W1"], grads["b1"], sample, [g * a * (1 - a) for g, a in zip(back, hidden)])
    dtype = np.result_type(x, y, W1, b1, W2, b2)
    if not np.issubdtype(dtype, np.floating):
        dtype = np.dtype(float)
    return loss / y.size, {name: (g / y.size).astype(dtype) for name, g in grads.items()}
