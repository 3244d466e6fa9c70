import numpy as np


def mse(y, y_hat):
    return np.mean((y - y_hat) ** 2)


def mse_gradient(theta, x, y):
    return 2 * x.T @ (x @ theta - y) / len(y)


def train(theta, x, y, alpha, steps):
    for _ in range(steps):
        theta = theta - alpha * mse_gradient(theta, x, y)
    return theta
