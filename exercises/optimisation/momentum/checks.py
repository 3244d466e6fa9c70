"""Public checks of momentum_step: the statement's example and the shapes of the answer."""

import numpy as np

from grader.checks import check, close, unpack


@check("gives the two steps of the worked example", zh="算对题目中例子的两步", points=1)
def test_worked_example(submission):
    first = submission.momentum_step(np.array([1.0]), np.zeros(1), np.array([2.0]), 0.1)
    second = submission.momentum_step(np.array([0.8]), np.array([-0.2]), np.array([-1.0]), 0.1)
    for answer, right in [(first, (0.8, -0.2)), (second, (0.72, -0.08))]:
        theta, velocity = unpack(answer, "theta", "velocity")
        close(velocity, np.array([right[1]]), "velocity")
        close(theta, np.array([right[0]]), "theta")


@check("returns theta and velocity, each in the shape of theta", zh="返回 theta 和 velocity，形状不变", points=1)
def test_shapes(submission):
    grad = np.array([[1.0, -2.0, 4.0], [-0.5, 8.0, -16.0]])
    answer = submission.momentum_step(np.ones((2, 3)), np.full((2, 3), 4.0), grad, 0.5, beta=0.25)
    theta, velocity = unpack(answer, "theta", "velocity")
    close(velocity, 1 - grad / 2, "velocity")
    close(theta, 2 - grad / 2, "theta")
