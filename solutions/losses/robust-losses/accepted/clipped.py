import numpy as np


def flat(y, y_hat):
    return np.subtract(y_hat, y, dtype=np.float64).reshape(-1)


def mae(y, y_hat):
    return float(np.linalg.norm(flat(y, y_hat), ord=1)) / np.size(y)


def huber(y, y_hat, delta=1.0):
    """q (|e| - q/2) with q = min(|e|, delta): one formula for both branches."""
    e = np.abs(flat(y, y_hat))
    q = np.clip(e, None, delta)
    return np.array(q @ (e - q / 2) / e.size)
