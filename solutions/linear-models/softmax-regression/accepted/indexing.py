import numpy as np


def log_softmax(z):
    top = np.amax(z, axis=-1)[:, np.newaxis]
    return z - top - np.log(np.sum(np.exp(z - top), axis=-1)[:, np.newaxis])


def fit_softmax(x, labels, n_classes, lr, steps):
    """One matrix for weights and biases, and the labels as an index."""
    dtype = x.dtype if np.issubdtype(x.dtype, np.floating) else np.dtype(np.float64)
    n, d = x.shape
    rows = np.ones((n, d + 1), dtype)
    rows[:, :d] = x
    theta = np.zeros((d + 1, n_classes), dtype)
    for _ in range(steps):
        slope = np.exp(log_softmax(rows @ theta))
        slope[np.arange(n), labels] -= 1
        theta -= lr / n * np.einsum("nd,nk->dk", rows, slope)
    return theta[:d], theta[d]
