"""Public checks of mse: the statement's example and the shape of the answer."""

import numpy as np

from grader.checks import check, close


@check("gives 5/3 for the worked example", zh="算对题目中的例子，得 5/3", points=1)
def test_worked_example(submission):
    close(submission.mse(np.array([1.0, 2.0, 3.0]), np.array([1.0, 4.0, 2.0])), 5 / 3)


@check("gives one number for a batch of vectors", zh="对一批向量也只返回一个数", points=1)
def test_scalar_for_a_batch(submission):
    y = np.array([[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]])
    close(submission.mse(y, y + np.array([1.0, 3.0])), 5.0)
