import math

import numpy as np


def softmax_cross_entropy_grad(labels, logits):
    n, k = logits.shape
    gradient = np.empty((n, k), dtype=logits.dtype if logits.dtype.kind == "f" else float)
    for i in range(n):
        row = [float(v) for v in logits[i]]
        exponentials = [math.exp(v - max(row)) for v in row]
        for j in range(k):
            truth = 1.0 if labels[i] == j else 0.0
            gradient[i, j] = (exponentials[j] / sum(exponentials) - truth) / n
    return gradient
