"""Public checks of softmax: the statement's example and what equal scores give."""

import numpy as np

from grader.checks import check, close


@check(
    "gives 0.0900, 0.2447, 0.6652 for the worked example", zh="算对题目中的例子，得 0.0900, 0.2447, 0.6652", points=1
)
def test_worked_example(submission):
    expected = np.array([0.09003057, 0.24472847, 0.66524096])
    close(submission.softmax(np.array([1.0, 2.0, 3.0])), expected)
    close(submission.softmax(np.array([1001.0, 1002.0, 1003.0])), expected)


@check("shares equally among equal scores, row by row", zh="每一行内分数相等时平分概率", points=1)
def test_equal_scores(submission):
    z = np.array([[3.0, 3.0, 3.0, 3.0], [-1.0, -1.0, -1.0, -1.0]])
    close(submission.softmax(z), np.full((2, 4), 0.25))
