import numpy as np


def mse(y, y_hat):
    return sum((float(a) - float(b)) ** 2 for a, b in zip(y, y_hat)) / len(y)


def mse_gradient(theta, x, y):
    """The mean of the gradients of the single samples."""
    total = [0.0] * len(theta)
    for row, target in zip(x.tolist(), y.tolist()):
        error = sum(w * v for w, v in zip(theta.tolist(), row)) - target
        for k, v in enumerate(row):
            total[k] += 2 * error * v
    return np.array(total, dtype=np.result_type(theta, x, y, np.float32)) / len(y)


def train(theta, x, y, alpha, steps):
    if steps == 0:
        return theta.copy()
    return train(theta - alpha * mse_gradient(theta, x, y), x, y, alpha, steps - 1)
