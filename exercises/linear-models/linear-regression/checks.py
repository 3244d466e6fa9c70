"""Public checks of fit_linear: the statement's example, and shapes."""

import numpy as np

from grader.checks import array, check, close, number, unpack


@check("takes the two steps of the worked example", zh="走对题目例子中的两步", points=1)
def test_worked_example(submission):
    x, y = np.array([[1.0], [3.0]]), np.array([1.0, 5.0])
    for steps, right_w, right_b in [(1, 2.0, 0.75), (2, 1.125, 0.3125)]:
        w, b = unpack(submission.fit_linear(x, y, 0.125, steps), "w", "b")
        close(w, np.array([right_w]), "w")
        close(b, right_b, "b")


@check("returns one weight for each input and one number as the bias", zh="每个输入一个权重，偏置是一个数", points=1)
def test_shapes(submission):
    x = np.array([[1.0, 0.0, 2.0], [0.0, 1.0, -1.0], [1.0, 1.0, 0.0], [2.0, -1.0, 1.0]])
    w, b = unpack(submission.fit_linear(x, np.array([1.0, -2.0, 0.5, 3.0]), 0.1, 3), "w", "b")
    array(w, "w", shape=(3,))
    number(b, "b")
