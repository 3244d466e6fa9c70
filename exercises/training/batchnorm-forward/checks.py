"""Public checks of batchnorm_forward: the statement's example, and a batch that has mean 0 afterwards."""

import numpy as np

from grader.checks import check, close, unpack

NAMES = ("y", "running_mean", "running_var")


@check(
    "gives the values of the worked example, in training and outside it",
    zh="算对题目中的例子：训练时和不训练时",
    points=1,
)
def test_worked_example(submission):
    x = np.array([[0.0, 1.0], [3.0, 1.0], [6.0, 4.0]])
    gamma, beta = np.array([10.0, 3.0]), np.array([1.0, -1.0])
    mean, var = np.array([6.0, 1.0]), np.array([2.0, 0.75])
    parts = unpack(submission.batchnorm_forward(x, gamma, beta, mean, var, 0.5, 0.25), *NAMES)
    close(parts[0], np.array([[-11.0, -3.0], [1.0, -3.0], [13.0, 3.0]]), what="y")
    close(parts[1], np.array([4.5, 1.5]), what="running_mean")
    close(parts[2], np.array([4.0, 1.375]), what="running_var")
    parts = unpack(submission.batchnorm_forward(x, gamma, beta, mean, var, 0.5, 0.25, training=False), *NAMES)
    close(parts[0], np.array([[-39.0, -1.0], [-19.0, -1.0], [1.0, 8.0]]), what="y")
    close(parts[1], mean, what="running_mean")
    close(parts[2], var, what="running_var")


@check("returns y of shape (n, d) and statistics of shape (d,)", zh="y 的形状为 (n, d)，统计量的形状为 (d,)", points=1)
def test_shapes(submission):
    x = np.array([[1.0, -1.0, 2.0], [3.0, 1.0, 2.0], [1.0, 1.0, 4.0], [3.0, -1.0, 4.0]])  # variances 1, 1, 1
    zeros, ones = np.zeros(3), np.ones(3)
    parts = unpack(submission.batchnorm_forward(x, ones, zeros, zeros, ones, momentum=0.75, eps=3.0), *NAMES)
    close(parts[0], (x - np.array([2.0, 0.0, 3.0])) / 2, what="y")
    close(parts[1], np.array([0.5, 0.0, 0.75]), what="running_mean")
    close(parts[2], ones, what="running_var")
