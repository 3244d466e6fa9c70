import numpy as np


def promoted(*arrays):
    common = np.result_type(*arrays)
    if common.kind != "f":
        common = np.float64
    return tuple(np.array(a, common) for a in arrays)


def rnn_step(x_t, h_prev, W, U, b):
    """One sample at a time as a column, as S3 writes it; tanh from a sigmoid that never overflows."""
    x_t, h_prev, W, U, b = promoted(x_t, h_prev, W, U, b)
    rows = []
    for x, h in zip(x_t, h_prev):
        z = W.T.dot(x) + U.T.dot(h) + b
        shrunk = np.exp(-2 * np.abs(z))
        rows.append(np.sign(z) * (1 - shrunk) / (1 + shrunk))
    return np.stack(rows)


def rnn_output(h_t, V, c):
    h_t, V, c = promoted(h_t, V, c)
    return np.einsum("nu,uk->nk", h_t, V) + c
