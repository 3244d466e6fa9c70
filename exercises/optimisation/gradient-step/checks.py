"""Public checks of gradient_step: the statement's example and the shape of the answer."""

import numpy as np

from grader.checks import check, close


@check("gives (0.6, 2.6) for the worked example", zh="算对题目中的例子，得 (0.6, 2.6)", points=1)
def test_worked_example(submission):
    close(submission.gradient_step(np.array([1.0, 2.0]), np.array([4.0, -6.0]), 0.1), np.array([0.6, 2.6]))


@check("takes a matrix of parameters and keeps its shape", zh="参数是矩阵时，结果形状不变", points=1)
def test_matrix(submission):
    theta = np.array([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]])
    grad = np.array([[2.0, -2.0, 0.0], [4.0, 6.0, -8.0]])
    expected = np.array([[-1.0, 2.0, 2.0], [1.0, 1.0, 9.0]])
    close(submission.gradient_step(theta, grad, 0.5), expected)
