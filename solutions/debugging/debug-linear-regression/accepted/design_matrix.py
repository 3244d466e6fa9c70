import numpy as np


def loss_and_gradient(design, y, theta):
    error = design @ theta - y
    return (error**2).mean(), 2 / len(y) * design.T @ error


def train(x, y, learning_rate, steps):
    """Slope and intercept in one column of parameters."""
    design = np.column_stack([x[:, 0], np.ones(len(x))]).astype(float)
    theta, losses = np.zeros(2), []
    for _ in range(steps):
        loss, gradient = loss_and_gradient(design, y[:, 0].astype(float), theta)
        losses.append(float(loss))
        theta = theta - learning_rate * gradient
    return float(theta[0]), float(theta[1]), tuple(losses)
