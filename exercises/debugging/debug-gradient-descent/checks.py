"""Public checks of debug-gradient-descent: the statement's example, and a fit that is perfect already."""

import numpy as np

from grader.checks import check, close


@check(
    "gives the loss, the gradient and the step of the worked example",
    zh="算对题目中的例子：损失、梯度和一步更新",
    points=1,
)
def test_worked_example(submission):
    theta, x = np.array([1.0, 2.0]), np.array([[7.0, 8.0], [1.0, 0.0], [0.0, 1.0]])
    y = np.array([20.0, 3.0, 1.0])
    close(submission.mse(y, np.array([23.0, 1.0, 2.0])), 14 / 3, "mse")
    close(submission.mse_gradient(theta, x, y), np.array([38 / 3, 50 / 3]), "mse_gradient")
    close(submission.train(theta, x, y, 0.015, 1), np.array([0.81, 1.75]), "theta")


@check("stays where it is when every prediction is right", zh="预测已经全部正确时，参数保持不动", points=1)
def test_perfect_fit(submission):
    theta, x = (
        np.array([0.5, -2.0, 3.0]),
        np.array([[1.0, 2.0, 0.0], [0.0, 1.0, -1.0], [4.0, 0.5, 1.0], [2.0, 2.0, 2.0]]),
    )
    close(submission.train(theta, x, x @ theta, 0.1, 5), theta, "theta")
