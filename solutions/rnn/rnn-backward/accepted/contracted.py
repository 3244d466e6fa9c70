import numpy as np


def rnn_backward(dh, x, h0, W, U, b):
    """Only the deltas need a loop; the gradients are contractions over batch and time."""
    arrays = [dh, x, h0, W, U, b]
    dtype = np.result_type(*arrays)
    if dtype.kind in "iub":
        dtype = np.dtype(float)
    dh, x, h0, W, U, b = [np.array(a, dtype) for a in arrays]

    n, steps, u = dh.shape
    h = np.zeros((steps + 1, n, u), dtype)
    h[0] = h0
    for t, driven in enumerate(np.einsum("ntd,du->tnu", x, W) + b):
        h[t + 1] = np.tanh(driven + h[t] @ U)

    slope = (1 - h[1:]) * (1 + h[1:])
    delta = dh.swapaxes(0, 1) * slope
    for t in range(steps - 2, -1, -1):
        delta[t] += np.einsum("nu,vu->nv", delta[t + 1], U) * slope[t]
    return {
        "dx": np.einsum("tnu,du->ntd", delta, W),
        "dh0": np.einsum("nu,vu->nv", delta[0], U),
        "dW": np.einsum("ntd,tnu->du", x, delta),
        "dU": np.einsum("tnv,tnu->vu", h[:-1], delta),
        "db": np.einsum("tnu->u", delta),
    }
