import numpy as np


def rnn_backward(dh, x, h0, W, U, b):
    """Each step goes forward, lets the rest of the sequence do its work, and goes back."""
    kind = np.result_type(dh, x, h0, W, U, b)
    kind = kind if np.issubdtype(kind, np.floating) else np.dtype("float64")
    dh, x, h0, W, U, b = (a.astype(kind) for a in (dh, x, h0, W, U, b))
    steps = x.shape[1]
    totals = {"dW": 0.0, "dU": 0.0, "db": 0.0}
    dx = []

    def visit(t, before):
        if t == steps:
            return np.zeros_like(before)
        after = np.tanh(x[:, t].dot(W) + before.dot(U) + b)
        arriving = dh[:, t] + visit(t + 1, after)
        delta = arriving - arriving * after * after
        totals["dW"] = totals["dW"] + np.dot(x[:, t].T, delta)
        totals["dU"] = totals["dU"] + np.dot(before.T, delta)
        totals["db"] = totals["db"] + delta.sum(0)
        dx.insert(0, np.dot(delta, W.T))
        return np.dot(delta, U.T)

    dh0 = visit(0, h0)
    return {**totals, "dx": np.stack(dx, 1), "dh0": dh0}
