import math

import numpy as np


def predicted(U, V, i, j):
    return math.fsum(float(a) * float(b) for a, b in zip(U[i], V[j]))


def as_array(rows, like):
    return np.array(rows, dtype=like.dtype if like.dtype.kind == "f" else np.float64)


def mf_step(U, V, i, j, rating, lr, l2):
    error = rating - predicted(U, V, i, j)
    users, items = U.tolist(), V.tolist()
    for k in range(U.shape[1]):
        u, v = users[i][k], items[j][k]
        users[i][k] = (1 - lr * l2) * u + lr * error * v
        items[j][k] = (1 - lr * l2) * v + lr * error * u
    return [as_array(users, U), as_array(items, V)]


def rmse(U, V, triples):
    total = 0.0
    for i, j, rating in triples:
        total += (predicted(U, V, i, j) - rating) ** 2
    return math.sqrt(total / len(triples))
