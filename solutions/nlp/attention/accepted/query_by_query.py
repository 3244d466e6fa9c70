import math

import numpy as np


def attention(q, k, v, mask=None):
    kept = q.dtype if q.dtype.kind == "f" else np.dtype(float)
    before = q.shape[:-2]
    tq, tk = q.shape[-2], k.shape[-2]
    allowed = np.broadcast_to(True if mask is None else mask, (*before, tq, tk))
    weights = np.zeros((*before, tq, tk))
    output = np.zeros((*before, tq, v.shape[-1]))
    for at in np.ndindex(*before):
        for i in range(tq):
            keys = [j for j in range(tk) if allowed[(*at, i, j)]]
            scores = [
                sum(float(a) * float(b) for a, b in zip(q[(*at, i)], k[(*at, j)])) / q.shape[-1] ** 0.5 for j in keys
            ]
            shares = [math.exp(s - max(scores)) for s in scores]
            for j, share in zip(keys, shares):
                weights[(*at, i, j)] = share / sum(shares)
                output[(*at, i)] += share / sum(shares) * v[(*at, j)]
    return [output.astype(kept), weights.astype(kept)]
