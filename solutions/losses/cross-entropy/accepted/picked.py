import numpy as np


def cross_entropy(y_onehot, p, eps=1e-7):
    """One probability per sample: that of its class."""
    classes = np.argmax(y_onehot, axis=1)
    given = np.take_along_axis(p, classes[:, None], axis=1)[:, 0]
    return float(np.mean(-np.log(np.minimum(np.maximum(given, eps), 1 - eps))))
