"""Public checks of sparse_cross_entropy: the statement's examples, and logits that are all alike."""

import numpy as np

from grader.checks import check, close


@check(
    "gives 0.7843 for the worked example, and 1500 for the row (1000, 0, -500) and class 2",
    zh="算对题目中的例子，得 0.7843；行 (1000, 0, -500)、类别 2 得 1500",
    points=1,
)
def test_worked_example(submission):
    logits = np.array([[0.0, np.log(2), np.log(5)], [0.0, 0.0, 0.0]])
    close(submission.sparse_cross_entropy(np.array([2, 0]), logits), 0.78430796)
    close(submission.sparse_cross_entropy(np.array([2]), np.array([[1000.0, 0.0, -500.0]])), 1500.0)


@check("gives one number, log k where all k logits are equal", zh="k 个 logit 都相等时，只返回一个数 log k", points=1)
def test_equal_logits(submission):
    close(submission.sparse_cross_entropy(np.array([3, 0, 1]), np.full((3, 4), 7.0)), np.log(4))
