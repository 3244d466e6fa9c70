import numpy as np


def as_float(*arrays):
    """The arrays in their common floating dtype; integers become float64."""
    dtype = np.result_type(*arrays)
    return [np.asarray(a, dtype if dtype.kind == "f" else np.float64) for a in arrays]


def rnn_backward(dh, x, h0, W, U, b):
    dh, x, h0, W, U, b = as_float(dh, x, h0, W, U, b)
    steps = x.shape[1]
    h = [h0]
    for t in range(steps):
        h.append(np.tanh(x[:, t] @ W + h[t] @ U + b))

    dx, later = np.empty_like(x), np.zeros_like(h0)
    dW, dU, db = np.zeros_like(W), np.zeros_like(U), np.zeros_like(b)
    for t in reversed(range(steps)):
        da = (dh[:, t] + later) * (1 - h[t + 1] ** 2)
        dx[:, t] = da @ W.T
        dW += x[:, t].T @ da
        dU += h[t].T @ da
        db += da.sum(axis=0)
        later = da @ U.T
    return {"dx": dx, "dh0": later, "dW": dW, "dU": dU, "db": db}
