import numpy as np


def mse(y, y_hat):
    e = np.subtract(y, y_hat, dtype=np.result_type(y, y_hat, np.float32))
    return float(np.vdot(e, e)) / e.size


def mse_gradient(theta, x, y):
    """The same from the second moments: 2 (XᵀX θ - Xᵀy) / n."""
    n = x.shape[0]
    return 2 / n * ((x.T @ x) @ theta - x.T @ y)


def train(theta, x, y, alpha, steps):
    """Keep a copy and update that in place."""
    theta = np.array(theta, dtype=np.result_type(theta, x, y, np.float32))
    n = x.shape[0]
    moments, target = x.T @ x, x.T @ y
    for _ in range(steps):
        theta -= (2 * alpha / n) * (moments @ theta - target)
    return theta
