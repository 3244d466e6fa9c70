import numpy as np


def roc_auc(labels, scores):
    """Trapezoids below the curve, one for each different score."""
    order = np.argsort(scores)[::-1]
    scores, labels = scores[order], labels[order].astype(float)
    ends = np.append(np.flatnonzero(scores[1:] != scores[:-1]), len(scores) - 1)
    tpr = np.concatenate([[0], np.cumsum(labels)[ends] / labels.sum()])
    fpr = np.concatenate([[0], np.cumsum(1 - labels)[ends] / (1 - labels).sum()])
    return np.asarray(np.trapezoid(tpr, fpr))
