"""Public checks of fit_softmax: the statement's example, and shapes."""

import numpy as np

from grader.checks import array, check, close, unpack


@check("takes the step of the worked example", zh="走对题目例子中的一步", points=1)
def test_worked_example(submission):
    W, b = unpack(submission.fit_softmax(np.array([[3.0], [6.0]]), np.array([2, 0]), 3, 2.0, 1), "W", "b")
    close(W, np.array([[3.0, -3.0, 0.0]]), "W")
    close(b, np.array([1 / 3, -2 / 3, 1 / 3]), "b")


@check("returns a column of weights and a bias for each class", zh="每个类别一列权重、一个偏置", points=1)
def test_shapes(submission):
    x = np.linspace(-1, 2, 15).reshape(5, 3)
    W, b = unpack(submission.fit_softmax(x, np.array([0, 3, 1, 2, 3]), 4, 0.1, 3), "W", "b")
    array(W, "W", shape=(3, 4))
    array(b, "b", shape=(4,))
