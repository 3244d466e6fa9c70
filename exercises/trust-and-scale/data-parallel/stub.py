import numpy as np


def all_reduce_mean(worker_grads, worker_batch_sizes):
    """The gradient of the whole batch, from the gradients of its parts.

    worker_grads        list of W arrays of one shape: each the mean gradient over the worker's own samples
    worker_batch_sizes  list of W integers, 0 or more: how many samples each worker had; not all are 0

    Returns an array of that shape: the mean gradient over all samples.
    """
    raise NotImplementedError
