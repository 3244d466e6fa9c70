import math

import numpy as np


def train_test_split(x, y, test_fraction, order):
    n = x.shape[0]
    n_test = math.ceil(n * test_fraction)
    x_test, y_test = (np.empty((n_test, *a.shape[1:]), a.dtype) for a in (x, y))
    x_train, y_train = (np.empty((n - n_test, *a.shape[1:]), a.dtype) for a in (x, y))
    for position, sample in enumerate(order):
        if position < n_test:
            x_test[position], y_test[position] = x[sample], y[sample]
        else:
            x_train[position - n_test], y_train[position - n_test] = x[sample], y[sample]
    return x_train, x_test, y_train, y_test
