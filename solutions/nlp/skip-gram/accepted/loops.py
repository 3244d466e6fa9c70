import math

import numpy as np


def term(logit, label):
    """Cross-entropy of one yes-or-no question, and its slope."""
    e = math.exp(-abs(logit))
    p = (1 if logit >= 0 else e) / (1 + e)
    return max(logit, 0.0) - label * logit + math.log1p(e), p - label


def negative_sampling_loss(centre, context, negatives):
    dtype = centre.dtype if centre.dtype.kind == "f" else np.dtype(float)
    d = len(centre)
    loss, d_centre, rows = 0.0, [0.0] * d, []
    for word, label in [(context, 1), *((row, 0) for row in negatives)]:
        value, slope = term(sum(float(a) * float(b) for a, b in zip(word, centre)), label)
        loss += value
        rows.append([slope * float(b) for b in centre])
        for i in range(d):
            d_centre[i] += slope * float(word[i])
    grads = {"centre": d_centre, "context": rows[0], "negatives": rows[1:]}
    return [loss, {name: np.array(gradient, dtype=dtype) for name, gradient in grads.items()}]
