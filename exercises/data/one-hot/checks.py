"""Public checks of one_hot: the statement's example, and a class that does not occur."""

import numpy as np

from grader.checks import check, close


@check("encodes the three labels of the worked example", zh="正确编码题目例子中的三个标签", points=1)
def test_worked_example(submission):
    right = np.array([[0.0, 0.0, 1.0, 0.0], [1.0, 0.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0]])
    close(submission.one_hot(np.array([2, 0, 2]), 4), right)


@check("has a column for every class, whether it occurs or not", zh="每个类别都有一列，不论它是否出现", points=1)
def test_all_columns(submission):
    close(submission.one_hot(np.array([1, 1]), 5), np.array([[0.0, 1.0, 0.0, 0.0, 0.0]] * 2))
