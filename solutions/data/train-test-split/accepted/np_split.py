import numpy as np


def train_test_split(x, y, test_fraction, order):
    """Shuffles first and cuts afterwards."""
    end = int(np.ceil(test_fraction * len(order)))
    x_test, x_train = np.split(np.take(x, order, axis=0), [end])
    y_test, y_train = np.split(np.take(y, order, axis=0), [end])
    return [x_train, x_test, y_train, y_test]
