import math

import numpy as np


def dense(inputs, W, b):
    return [float(b[j]) + sum(v * float(W[i, j]) for i, v in enumerate(inputs)) for j in range(len(b))]


def collect(grads, layer, inputs, deltas):
    for j, delta in enumerate(deltas):
        grads["b" + layer][j] += delta
        for i, v in enumerate(inputs):
            grads["W" + layer][i, j] += delta * v


def classifier_gradients(x, labels, params):
    grads = {name: np.zeros(p.shape) for name, p in params.items()}
    loss, n = 0.0, len(labels)
    for sample, label in zip(x.tolist(), labels.tolist()):
        z = dense(sample, params["W1"], params["b1"])
        hidden = [max(v, 0.0) for v in z]
        logits = dense(hidden, params["W2"], params["b2"])
        top = max(logits)
        total = sum(math.exp(s - top) for s in logits)
        loss += math.log(total) + top - logits[label]
        delta = [(math.exp(s - top) / total - (j == label)) / n for j, s in enumerate(logits)]
        collect(grads, "2", hidden, delta)
        back = [sum(d * float(w) for d, w in zip(delta, row)) for row in params["W2"]]
        collect(grads, "1", sample, [g if v > 0 else 0.0 for g, v in zip(back, z)])
    single = x.dtype == np.float32 and all(p.dtype == np.float32 for p in params.values())
    return [loss / n, {name: g.astype(np.float32 if single else np.float64) for name, g in grads.items()}]
