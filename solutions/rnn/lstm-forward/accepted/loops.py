import math

import numpy as np


def sigmoid(z):
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    n, steps, d = x.shape
    u = recurrent_kernel.shape[0]
    dtype = np.result_type(x, kernel, recurrent_kernel, bias)
    out = np.zeros((n, steps, u), dtype if dtype.kind == "f" else float)
    K, U, b = (a.astype(float) for a in (kernel, recurrent_kernel, bias))
    for s in range(n):
        h, c = [0.0] * u, [0.0] * u
        for t in range(steps):
            z = []
            for column in range(4 * u):
                total = b[column]
                for a in range(d):
                    total += float(x[s, t, a]) * K[a, column]
                for a in range(u):
                    total += h[a] * U[a, column]
                z.append(total)
            c = [sigmoid(z[u + k]) * c[k] + sigmoid(z[k]) * math.tanh(z[2 * u + k]) for k in range(u)]
            h = [sigmoid(z[3 * u + k]) * math.tanh(c[k]) for k in range(u)]
            out[s, t] = h
    if return_sequences:
        return out
    return out[:, steps - 1]
