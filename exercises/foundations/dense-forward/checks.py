"""Public checks of dense_forward: the statement's example and the shape of the answer."""

import numpy as np

from grader.checks import check, close


@check("gives the two rows of the worked example", zh="算对题目例子中的两行", points=1)
def test_worked_example(submission):
    x, W = np.array([[1.0, 2.0], [0.0, -1.0]]), np.array([[1.0, 0.0, 3.0], [0.0, 1.0, 1.0]])
    expected = np.array([[1.0, 12.0, 4.0], [0.0, 9.0, -2.0]])
    close(submission.dense_forward(x, W, np.array([0.0, 10.0, -1.0])), expected)


@check("has one row per sample and one column per neuron", zh="每个样本一行，每个神经元一列", points=1)
def test_shape(submission):
    x, b = np.ones((4, 3)), np.array([0.5, -1.0, 2.0, 0.0, 7.0])
    close(submission.dense_forward(x, np.ones((3, 5)), b), np.tile(3 + b, (4, 1)))
