"""Public checks of fgsm: the statement's example, and a range of its own in two dimensions."""

import numpy as np

from grader.checks import check, close


@check(
    "gives (0.25, 0.5, 1, 0.45, 0) for the worked example", zh="算对题目中的例子，得 (0.25, 0.5, 1, 0.45, 0)", points=1
)
def test_worked_example(submission):
    x, grad = np.array([0.5, 0.5, 0.95, 0.2, 0.1]), np.array([-3.0, 0.0, 0.01, 40.0, -2.0])
    close(submission.fgsm(x, grad, 0.25), np.array([0.25, 0.5, 1.0, 0.45, 0.0]))


@check("keeps the shape, and the range that it is given", zh="形状不变，并遵守给定的范围", points=1)
def test_shape(submission):
    x, grad = np.array([[-0.9, 0.0, 0.4], [0.5, -0.25, 0.8]]), np.array([[-1.0, 2.0, -3.0], [4.0, 0.0, 5.0]])
    expected = np.array([[-1.0, 0.5, -0.1], [1.0, -0.25, 1.0]])
    close(submission.fgsm(x, grad, 0.5, low=-1.0, high=1.0), expected)
