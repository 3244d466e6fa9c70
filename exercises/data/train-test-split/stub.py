import math

import numpy as np


def train_test_split(x, y, test_fraction, order):
    """Samples in a given order, the first part for testing and the rest for training.

    x              inputs, (n, …)
    y              targets, (n, …)
    test_fraction  from 0 to 1; the test set has math.ceil(n * test_fraction) samples
    order          a permutation of 0 … n - 1, shape (n,)

    Returns (x_train, x_test, y_train, y_test): test holds the first samples of order, train the
    rest, both in that order.
    """
    raise NotImplementedError
