import numpy as np


def all_reduce_mean(worker_grads, worker_batch_sizes):
    grads = np.stack(worker_grads)
    dtype = grads.dtype if grads.dtype.kind == "f" else np.float64
    shares = np.array(worker_batch_sizes, dtype=dtype) / sum(worker_batch_sizes)
    return np.tensordot(shares, grads, axes=1)
