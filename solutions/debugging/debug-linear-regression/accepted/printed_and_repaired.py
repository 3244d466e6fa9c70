import numpy as np


def train(x, y, learning_rate, steps):
    """As printed, with arrays of one number inside and numbers outside."""
    w, b = np.zeros(1), np.zeros(1)
    losses = np.zeros(steps)
    for i in range(steps):
        y_pred = w * x + b
        losses[i] = np.mean((y_pred - y) ** 2)
        dw = 2 * np.mean((y_pred - y) * x)
        db = 2 * np.mean(y_pred - y)
        w -= learning_rate * dw
        b -= learning_rate * db
    return w[0], b[0], losses
