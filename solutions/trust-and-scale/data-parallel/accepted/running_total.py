import numpy as np


def all_reduce_mean(worker_grads, worker_batch_sizes):
    first = worker_grads[0]
    total = np.zeros(first.shape, dtype=first.dtype if first.dtype.kind == "f" else float)
    for grad, size in zip(worker_grads, worker_batch_sizes):
        total += np.multiply(grad, size, dtype=total.dtype)
    total /= sum(worker_batch_sizes)
    return total
