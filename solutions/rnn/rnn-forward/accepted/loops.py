import math

import numpy as np


def rnn_forward(x, h0, W, U, b):
    n, steps, d = x.shape
    u = h0.shape[1]
    dtype = np.result_type(x, h0, W, U, b)
    out = np.zeros((n, steps, u), dtype if dtype.kind == "f" else "float64")
    W, U, b = W.tolist(), U.tolist(), b.tolist()
    for s in range(n):
        before = h0[s].tolist()
        for t in range(steps):
            now = []
            for k in range(u):
                z = b[k]
                z += sum(float(x[s, t, i]) * W[i][k] for i in range(d))
                z += sum(before[i] * U[i][k] for i in range(u))
                now.append(math.tanh(z))
            out[s, t] = before = now
    return out
