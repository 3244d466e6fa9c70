"""Public checks of all_reduce_mean: the statement's example, and equal shards."""

import numpy as np

from grader.checks import check, close


@check("gives (3, 0) for the worked example", zh="算对题目中的例子，得 (3, 0)", points=1)
def test_worked_example(submission):
    grads = [np.array([2.0, -1.0]), np.array([6.0, 3.0])]
    close(submission.all_reduce_mean(grads, [3, 1]), np.array([3.0, 0.0]))


@check(
    "is the plain mean where all workers have equally many samples", zh="各节点样本数相同时，就是普通的平均", points=1
)
def test_equal_shards(submission):
    grads = [np.array([[1.0, 2.0, 0.0], [0.0, -3.0, 5.0]]), np.array([[3.0, 0.0, 4.0], [2.0, -1.0, -2.0]])]
    close(submission.all_reduce_mean(grads, [8, 8]), np.array([[2.0, 1.0, 2.0], [1.0, -2.0, 1.5]]))
