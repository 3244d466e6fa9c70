"""Public checks of robust-losses: the statement's example and the shape of the answer."""

import numpy as np

from grader.checks import check, close


@check(
    "gives 1.375, 1.03125 and 1.53125 for the worked example", zh="算对题目中的例子：1.375、1.03125、1.53125", points=1
)
def test_worked_example(submission):
    y, y_hat = np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.5, 2.0, 1.0, 7.0])
    close(submission.mae(y, y_hat), 1.375, "mae")
    close(submission.huber(y, y_hat), 1.03125, "huber")
    close(submission.huber(y, y_hat, delta=2.0), 1.53125, "huber")


@check("gives one number for a batch of vectors", zh="对一批向量也只返回一个数", points=1)
def test_scalar_for_a_batch(submission):
    y = np.array([[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]])
    y_hat = y + np.array([0.5, -3.0])
    close(submission.mae(y, y_hat), 1.75, "mae")
    close(submission.huber(y, y_hat), 1.3125, "huber")
