import numpy as np


def sgd_epoch(x, y, theta, grad_fn, lr, batch_size, order):
    """Hands out the samples one by one."""
    waiting = [int(i) for i in order]
    while waiting:
        batch, waiting = waiting[:batch_size], waiting[batch_size:]
        xb, yb = np.stack([x[i] for i in batch]), np.stack([y[i] for i in batch])
        theta = np.subtract(theta, np.multiply(lr, grad_fn(theta, xb, yb)))
    return theta
