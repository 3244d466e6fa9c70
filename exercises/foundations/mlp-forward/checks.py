"""Public checks of mlp_forward: the statement's example and the shape of the answer."""

from itertools import pairwise

import numpy as np

from grader.checks import check, close


@check("gives (0.731059, 0.268941) for the worked example", zh="算对题目中的例子，得 (0.731059, 0.268941)", points=1)
def test_worked_example(submission):
    W1, b1 = np.array([[1.0, -1.0, 0.0], [1.0, 1.0, 2.0]]), np.array([0.0, 1.0, 3.0])
    W2, b2 = np.array([[1.0, 0.0], [4.0, -4.0], [0.0, 1.0]]), np.array([0.0, -1.0])
    expected = np.array([[0.73105858, 0.26894142]])
    close(submission.mlp_forward(np.array([[2.0, -1.0]]), [W1, W2], [b1, b2]), expected)


@check("has one row per sample and one column per class", zh="每个样本一行，每个类别一列", points=1)
def test_shape(submission):
    sizes = [3, 6, 2, 4]
    weights = [np.zeros(pair) for pair in pairwise(sizes)]
    biases = [np.full(size, -1.5) for size in sizes[1:]]
    close(submission.mlp_forward(np.ones((5, 3)), weights, biases), np.full((5, 4), 0.25))
