import numpy as np


def accuracy(labels, scores):
    """From scores without argmax: right if no score exceeds that of the true class."""
    if scores.ndim == 1:
        return np.count_nonzero(np.equal(labels, scores)) / labels.size
    own = scores[np.arange(len(labels)), labels]
    return np.float64((own == scores.max(axis=-1)).sum()) / len(labels)
