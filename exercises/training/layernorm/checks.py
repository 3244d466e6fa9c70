"""Public checks of layernorm: the statement's example, and a sequence."""

import numpy as np

from grader.checks import check, close


@check("gives the values of the worked example", zh="算对题目中的例子", points=1)
def test_worked_example(submission):
    x = np.array([[0.0, 3.0, 6.0], [1.0, 1.0, 4.0]])
    y = submission.layernorm(x, np.array([3.0, 6.0, 3.0]), np.array([0.0, 1.0, -1.0]), 0.25)
    close(y, np.array([[-3.6, 1.0, 2.6], [-2.0, -3.0, 3.0]]))


@check("normalises every position of a sequence by itself", zh="序列的每个位置各自归一化", points=1)
def test_sequence(submission):
    x = np.array([[[1.0, 3.0], [10.0, 12.0], [5.0, 3.0]]])  # each position has variance 1
    y = submission.layernorm(x, np.array([2.0, 4.0]), np.array([0.0, 1.0]), eps=3.0)
    close(y, np.array([[[-1.0, 3.0], [-1.0, 3.0], [1.0, -1.0]]]))
