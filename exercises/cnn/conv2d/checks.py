"""Public checks of conv2d: the statement's example and the shape of the answer."""

import numpy as np

from grader.checks import array, check, close


@check("gives the numbers of the worked example", zh="算对题目中的例子", points=1)
def test_worked_example(submission):
    x = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 3.0], [2.0, 1.0, 1.0]]).reshape(1, 3, 3, 1)
    kernel = np.array([[1.0, 0.0], [2.0, -1.0]]).reshape(2, 2, 1, 1)
    valid = np.array([[1.0, 2.0], [4.0, 3.0]]).reshape(1, 2, 2, 1)
    close(submission.conv2d(x, kernel, np.array([1.0])), valid)
    same = np.array([[1.0, 2.0, 7.0], [4.0, 3.0, 6.0], [3.0, 2.0, 2.0]]).reshape(1, 3, 3, 1)
    close(submission.conv2d(x, kernel, np.array([1.0]), 1, "same"), same)


@check(
    "has one output channel for each filter, and the right size",
    zh="每个卷积核一个输出通道，尺寸正确",
    points=1,
)
def test_shapes(submission, rng):
    x, kernel, bias = rng.normal(size=(2, 7, 9, 3)), rng.normal(size=(3, 4, 3, 5)), rng.normal(size=5)
    array(submission.conv2d(x, kernel, bias), shape=(2, 5, 6, 5))
    array(submission.conv2d(x, kernel, bias, stride=2), shape=(2, 3, 3, 5))
    array(submission.conv2d(x, kernel, bias, stride=2, padding="same"), shape=(2, 4, 5, 5))
