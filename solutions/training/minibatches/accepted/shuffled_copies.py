import numpy as np


def minibatches(x, y, batch_size, order):
    cuts = np.arange(batch_size, len(x), batch_size)
    parts = (np.split(np.take(a, order, axis=0), cuts) for a in (x, y))
    return tuple(zip(*parts))
