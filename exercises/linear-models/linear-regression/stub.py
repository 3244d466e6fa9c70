import numpy as np


def fit_linear(x, y, lr, steps):
    """Fit y ≈ x @ w + b by gradient descent on the mean squared error.

    x      inputs, (n, d)
    y      targets, (n,)
    lr     learning rate
    steps  number of updates, 0 or more, each on all n samples

    w and b start at zero and are updated together. Returns (w, b): w (d,) and b a number.
    """
    raise NotImplementedError
