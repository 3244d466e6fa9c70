import numpy as np


def predict_proba(x, w, b):
    """Probability that each sample is of class 1: the sigmoid of x @ w + b.

    x  inputs, (n, d)
    w  weights, (d,)
    b  bias, a number

    Returns probabilities, (n,). Logits of ±1000 must not overflow.
    """
    raise NotImplementedError


def fit_logistic(x, y, lr, steps):
    """Fit predict_proba(x, w, b) to y by gradient descent on the mean cross-entropy.

    x      inputs, (n, d)
    y      classes, 0 or 1, (n,)
    lr     learning rate
    steps  number of updates, 0 or more, each on all n samples

    w and b start at zero and are updated together. Returns (w, b): w (d,) and b a number.
    """
    raise NotImplementedError
