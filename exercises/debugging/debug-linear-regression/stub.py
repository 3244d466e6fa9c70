"""The loop of S2 section 5, made a function and otherwise as printed. Repair it."""

import numpy as np


def train(x, y, learning_rate, steps):
    """Fit y = w x + b by gradient descent from w = b = 0: x and y (n, 1); returns (w, b, losses).

    w and b are numbers; losses[k] is the mean squared error before update k, for k from 0 to steps - 1.
    """
    # 初始化模型参数
    w = np.random.randn(1)
    b = np.random.randn(1)

    # 训练模型
    for _ in range(steps):
        # 前向传播
        y_pred = w * x + b

        # 计算损失函数
        loss = np.mean((y_pred - y) ** 2)

        # 反向传播
        dw = np.mean((y_pred - y) * x)
        db = np.mean(y_pred - y)

        # 更新模型参数
        w -= learning_rate * dw
        b -= learning_rate * db

    return w, b, loss
