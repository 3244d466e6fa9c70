"""The code of S0 section 4.2, cut into three functions and otherwise as printed. Repair it."""

import numpy as np


# 定义损失函数
def mse(y, y_hat):
    """Mean squared error of the predictions y_hat, (n,), for the targets y, (n,)."""
    return np.mean((y - y_hat) ** 2)


# 定义梯度下降函数
def gradient_descent(y, y_hat, alpha=0.01):
    grad = 2 * (y - y_hat)
    return grad


def mse_gradient(theta, x, y):
    """Gradient of mse(y, x @ theta) with respect to theta: theta (d,), x (n, d), y (n,); returns (d,)."""
    # 计算输出值
    y = np.dot(theta, x)

    return gradient_descent(y, x)


def train(theta, x, y, alpha, steps):
    """theta, (d,), after `steps` updates with the learning rate alpha; the argument stays as it is."""
    # 计算输出值
    y = np.dot(theta, x)

    # 计算损失函数值
    loss = mse(y, x)

    # 使用梯度下降更新参数
    theta = theta - alpha * gradient_descent(y, x)

    return theta
