"""Public checks of rmsprop_step: the statement's example and the shapes of the answer."""

import numpy as np

from grader.checks import check, close, unpack


@check("gives the two steps of the worked example", zh="算对题目中例子的两步", points=1)
def test_worked_example(submission):
    first = submission.rmsprop_step(np.array([1.0]), np.zeros(1), np.array([2.0]), 0.5, rho=0.75, eps=3.0)
    second = submission.rmsprop_step(np.array([0.5]), np.array([1.0]), np.array([-4.0]), 0.5, rho=0.75, eps=3.0)
    for answer, right in [(first, (0.5, 1.0)), (second, (1.2184212, 4.75))]:
        theta, s = unpack(answer, "theta", "s")
        close(s, np.array([right[1]]), "s")
        close(theta, np.array([right[0]]), "theta")


@check("returns theta and s, each in the shape of theta", zh="返回 theta 和 s，形状不变", points=1)
def test_shapes(submission):
    grad = np.array([[1.0, -2.0, 4.0], [-0.5, 8.0, -16.0]])
    theta, s = unpack(submission.rmsprop_step(np.ones((2, 3)), 4 * grad**2, grad, 0.5, 0.5, 1e-12), "theta", "s")
    close(s, 2.5 * grad**2, "s")
    close(theta, 1 - 0.5 * np.sign(grad) / np.sqrt(2.5), "theta")
