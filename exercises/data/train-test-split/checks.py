"""Public checks of train_test_split: the statement's example, and samples of several axes."""

import numpy as np

from grader.checks import check, close, unpack

NAMES = ("x_train", "x_test", "y_train", "y_test")


@check("splits the five samples of the worked example", zh="正确划分题目例子中的五个样本", points=1)
def test_worked_example(submission):
    x, y = np.array([[0.0, 0.5], [1.0, 1.5], [2.0, 2.5], [3.0, 3.5], [4.0, 4.5]]), np.array([10, 11, 12, 13, 14])
    parts = unpack(submission.train_test_split(x, y, 0.3, np.array([3, 0, 4, 1, 2])), *NAMES)
    right = (
        np.array([[4.0, 4.5], [1.0, 1.5], [2.0, 2.5]]),
        np.array([[3.0, 3.5], [0.0, 0.5]]),
        np.array([14, 11, 12]),
        np.array([13, 10]),
    )
    for part, expected, name in zip(parts, right, NAMES):
        close(part, expected, name)


@check("splits images and their targets in half", zh="把图像和目标各分成两半", points=1)
def test_half(submission):
    x, y = np.arange(48.0).reshape(4, 3, 2, 2), np.arange(8.0).reshape(4, 2)
    parts = unpack(submission.train_test_split(x, y, 0.5, np.array([2, 0, 1, 3])), *NAMES)
    for part, expected, name in zip(parts, (x[[1, 3]], x[[2, 0]], y[[1, 3]], y[[2, 0]]), NAMES):
        close(part, expected, name)
