import numpy as np


def as_float(*arrays):
    """The arrays in their common floating dtype; integers become float64."""
    dtype = np.result_type(*arrays)
    return [np.asarray(a, dtype if dtype.kind == "f" else np.float64) for a in arrays]


def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def mlp_backprop(x, y, W1, b1, W2, b2):
    x, y, W1, b1, W2, b2 = as_float(x, y, W1, b1, W2, b2)
    a = sigmoid(x @ W1 + b1)
    error = a @ W2 + b2 - y

    d_output = 2 * error / error.size
    d_hidden = (d_output @ W2.T) * a * (1 - a)
    grads = {
        "W1": x.T @ d_hidden,
        "b1": d_hidden.sum(axis=0),
        "W2": a.T @ d_output,
        "b2": d_output.sum(axis=0),
    }
    return np.mean(error**2), grads
