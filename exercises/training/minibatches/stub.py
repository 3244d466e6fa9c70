import numpy as np


def minibatches(x, y, batch_size, order):
    """The data in a given order, cut into batches.

    x           inputs, (n, …), n at least 1
    y           targets, (n, …)
    batch_size  number of samples in a batch, 1 or more; the last batch has what is left
    order       permutation of 0 … n-1: the samples in the order of their use

    Returns a list of pairs (xb, yb), each with its batch axis, in the dtypes of x and y.
    """
    raise NotImplementedError
