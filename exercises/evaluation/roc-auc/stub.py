import numpy as np


def roc_auc(labels, scores):
    """The area under the ROC curve.

    labels  0 or 1, each at least once, shape (n,), any integer dtype
    scores  how strongly each sample looks like a 1, any real numbers, shape (n,)

    Returns one number from 0 to 1: the share of pairs of a positive and a negative sample in which the
    positive one has the higher score; a pair with equal scores counts half.
    """
    raise NotImplementedError
