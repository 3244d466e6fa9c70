import numpy as np


def roc_auc(labels, scores):
    """The statistic of Mann and Whitney, from mean ranks."""
    _, group, size = np.unique(scores, return_inverse=True, return_counts=True)
    last = np.cumsum(size)
    rank = (last - (size - 1) / 2)[group]
    p = int(np.sum(labels == 1))
    n = len(labels) - p
    return (rank[labels == 1].sum() - p * (p + 1) / 2) / (p * n)
