import numpy as np


def sizes(y, y_hat):
    """The absolute errors; integers become float64 before they are subtracted."""
    return np.abs(np.asarray(y, np.float64) - y_hat)


def mae(y, y_hat):
    return np.mean(sizes(y, y_hat))


def huber(y, y_hat, delta=1.0):
    e = sizes(y, y_hat)
    return np.mean(np.where(e <= delta, 0.5 * e**2, delta * (e - 0.5 * delta)))
