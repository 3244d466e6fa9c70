import numpy as np


def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    """One pass over the data, with one update of the parameters for each minibatch.

    x           inputs, the samples along the first axis, (n, …)
    y           targets, the samples along the first axis, (n,) or (n, …)
    theta       parameters, any shape
    grad_fn     function of (theta, xb, yb); returns the gradient of the mean loss of that batch
    lr          learning rate, a number
    batch_size  number of samples in a batch; the last batch has what is left
    order       permutation of 0 … n-1: the samples in the order of their use

    Returns the parameters after the last batch, as a new array.
    """
    raise NotImplementedError
