"""Public checks of the activations: the statement's example and the shape of the answers."""

import numpy as np

from grader.checks import check, close


@check("gives the four rows of the worked example", zh="算对题目例子中的四行", points=1)
def test_worked_example(submission):
    x = np.array([-2.0, 0.0, 1.0])
    close(submission.sigmoid(x), np.array([0.11920292, 0.5, 0.73105858]), "sigmoid")
    close(submission.tanh(x), np.array([-0.96402758, 0.0, 0.76159416]), "tanh")
    close(submission.relu(x), np.array([0.0, 0.0, 1.0]), "relu")
    close(submission.leaky_relu(x), np.array([-0.4, 0.0, 1.0]), "leaky_relu")


@check("works element by element and keeps the shape of a matrix", zh="逐元素计算，矩阵的形状不变", points=1)
def test_shape(submission):
    x = np.array([[0.0, 4.0], [-4.0, 0.0], [8.0, -8.0]])
    zero = np.zeros((3, 2))
    close(submission.sigmoid(zero), zero + 0.5, "sigmoid")
    close(submission.tanh(zero), zero, "tanh")
    close(submission.relu(x), np.array([[0.0, 4.0], [0.0, 0.0], [8.0, 0.0]]), "relu")
    close(submission.leaky_relu(x, alpha=0.5), np.array([[0.0, 4.0], [-2.0, 0.0], [8.0, -4.0]]), "leaky_relu")
