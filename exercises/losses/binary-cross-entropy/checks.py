"""Public checks of binary_cross_entropy: the statement's examples and the shape of the answer."""

import numpy as np

from grader.checks import check, close


@check(
    "gives 0.4013 for the worked example, and 16.118 where p is 0 for label 1",
    zh="算对题目中的例子，得 0.4013；标签为 1 而 p 为 0 时得 16.118",
    points=1,
)
def test_worked_example(submission):
    close(submission.binary_cross_entropy(np.array([1.0, 0.0, 1.0]), np.array([0.5, 0.25, 0.8])), 0.40132427)
    close(submission.binary_cross_entropy(np.array([1.0]), np.array([0.0])), 16.11809565)


@check("gives one number for a batch of vectors", zh="对一批向量也只返回一个数", points=1)
def test_scalar_for_a_batch(submission):
    y = np.array([[0.0, 1.0], [1.0, 1.0], [0.0, 0.0]])
    close(submission.binary_cross_entropy(y, np.full((3, 2), 0.5)), np.log(2))
