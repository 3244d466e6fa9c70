import numpy as np


def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    x, y = np.take(x, order, axis=0), np.take(y, order, axis=0)
    theta = theta.astype(theta.dtype if theta.dtype.kind == "f" else float)
    cuts = np.arange(batch_size, len(x), batch_size)
    for xb, yb in zip(np.split(x, cuts), np.split(y, cuts)):
        theta -= lr * grad_fn(theta, xb, yb)
    return theta
