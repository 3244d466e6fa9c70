import numpy as np


def all_reduce_mean(worker_grads, worker_batch_sizes):
    mean = np.average(np.array(worker_grads, dtype=np.float64), axis=0, weights=worker_batch_sizes)
    kept = worker_grads[0].dtype
    return mean.astype(kept) if np.issubdtype(kept, np.floating) else mean
