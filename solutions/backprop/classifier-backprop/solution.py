import numpy as np


def as_float(*arrays):
    """The arrays in their common floating dtype; integers become float64."""
    dtype = np.result_type(*arrays)
    return [np.asarray(a, dtype if dtype.kind == "f" else np.float64) for a in arrays]


def log_softmax(logits):
    shifted = logits - logits.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def classifier_gradients(x, labels, params):
    x, W1, b1, W2, b2 = as_float(x, params["W1"], params["b1"], params["W2"], params["b2"])
    n = len(x)
    z = x @ W1 + b1
    h = np.maximum(z, 0)
    log_p = log_softmax(h @ W2 + b2)
    loss = -log_p[np.arange(n), labels].mean()

    delta = np.exp(log_p)
    delta[np.arange(n), labels] -= 1
    delta /= n
    d_hidden = (delta @ W2.T) * (z > 0)
    grads = {"W1": x.T @ d_hidden, "b1": d_hidden.sum(axis=0), "W2": h.T @ delta, "b2": delta.sum(axis=0)}
    return loss, grads
