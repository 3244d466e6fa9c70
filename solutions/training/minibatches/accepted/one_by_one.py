import numpy as np


def minibatches(x, y, batch_size, order):
    """Hands out the samples one by one, and closes a batch when it is full."""
    result, xs, ys = [], [], []
    for place, i in enumerate(order.tolist(), start=1):
        xs.append(x[i])
        ys.append(y[i])
        if len(xs) == batch_size or place == len(order):
            result.append([np.array(xs), np.array(ys)])
            xs, ys = [], []
    return result
