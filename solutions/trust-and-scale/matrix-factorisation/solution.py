import numpy as np


def floating(vectors):
    return vectors.astype(vectors.dtype if vectors.dtype.kind == "f" else np.float64)


def mf_step(U, V, i, j, rating, lr, l2):
    U, V = floating(U), floating(V)
    u, v = U[i], V[j]
    error = rating - u @ v
    U[i], V[j] = u + lr * (error * v - l2 * u), v + lr * (error * u - l2 * v)
    return U, V


def rmse(U, V, triples):
    U = floating(U)  # products of small integers would not fit their type
    errors = [rating - U[i] @ V[j] for i, j, rating in triples]
    return np.sqrt(np.mean(np.square(errors)))
