"""Public checks of mse_grad: the statement's example and the shape of the answer."""

import numpy as np

from grader.checks import array, check, close


@check("gives (0, 4/3, -2/3) for the worked example", zh="算对题目中的例子，得 (0, 4/3, -2/3)", points=1)
def test_worked_example(submission):
    gradient = submission.mse_grad(np.array([1.0, 2.0, 3.0]), np.array([1.0, 4.0, 2.0]))
    close(gradient, np.array([0.0, 4 / 3, -2 / 3]))


@check("gives one derivative for each prediction", zh="每个预测值对应一个导数", points=1)
def test_shape(submission):
    y = np.array([[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]])
    array(submission.mse_grad(y, y + np.array([1.0, -3.0])), shape=(3, 2))
