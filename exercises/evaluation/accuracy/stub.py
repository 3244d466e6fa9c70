import numpy as np


def accuracy(labels, scores):
    """The share of samples whose prediction is right.

    labels  true classes, integers, shape (n,)
    scores  either (n, k), a score for each class, the largest of a row being its prediction;
            or (n,), the predicted classes themselves

    Returns one number from 0 to 1.
    """
    raise NotImplementedError
