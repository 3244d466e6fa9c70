import numpy as np


def combine(one, other):
    """Mean and size of two shards together."""
    (a, n), (b, m) = one, other
    return (a if n + m == 0 else a + (b - a) * (m / (n + m))), n + m


def all_reduce_mean(worker_grads, worker_batch_sizes):
    parts = [(grad * 1.0 if grad.dtype.kind != "f" else grad, n) for grad, n in zip(worker_grads, worker_batch_sizes)]
    while len(parts) > 1:
        parts = [combine(parts[0], parts[1]), *parts[2:]]
    return np.array(parts[0][0], dtype=np.float32 if worker_grads[0].dtype == np.float32 else np.float64)
