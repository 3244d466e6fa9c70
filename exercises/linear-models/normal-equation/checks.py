"""Public checks of solve_linear: the statement's example, and shapes."""

import numpy as np

from grader.checks import array, check, close, number, unpack


@check("gives both lines of the worked example", zh="算对题目例子中的两条直线", points=1)
def test_worked_example(submission):
    x, y = np.array([[1.0], [2.0], [3.0]]), np.array([1.0, 2.0, 6.0])
    w, b = unpack(submission.solve_linear(x, y), "w", "b")
    close(w, np.array([2.5]), "w")
    close(b, -2.0, "b")
    w, b = unpack(submission.solve_linear(x, y, 2.0), "w", "b")
    close(w, np.array([1.25]), "w")
    close(b, 0.5, "b")


@check("returns one weight for each input and one number as the bias", zh="每个输入一个权重，偏置是一个数", points=1)
def test_shapes(submission):
    x = np.array([[1.0, 0.0, 2.0], [0.0, 1.0, -1.0], [1.0, 1.0, 0.0], [2.0, -1.0, 1.0], [0.0, 0.0, 1.0]])
    w, b = unpack(submission.solve_linear(x, np.array([1.0, -2.0, 0.5, 3.0, 1.0]), l2=0.5), "w", "b")
    array(w, "w", shape=(3,))
    number(b, "b")
