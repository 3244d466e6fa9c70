import numpy as np


def roc_auc(labels, scores):
    positives, negatives = scores[labels == 1], np.sort(scores[labels == 0])
    # how many negatives lie below each positive, and how many do not lie above: their mean counts ties half
    below = np.searchsorted(negatives, positives, side="left")
    not_above = np.searchsorted(negatives, positives, side="right")
    return np.mean(below + not_above) / 2 / len(negatives)
