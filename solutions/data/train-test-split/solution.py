import math


def train_test_split(x, y, test_fraction, order):
    n_test = math.ceil(len(x) * test_fraction)
    test, train = order[:n_test], order[n_test:]
    return x[train], x[test], y[train], y[test]
