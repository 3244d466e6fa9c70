"""Public checks of adam_step: the statement's example and the shapes of the answer."""

import numpy as np

from grader.checks import check, close, unpack


@check("gives the two steps of the worked example", zh="算对题目中例子的两步", points=1)
def test_worked_example(submission):
    zero = np.zeros(1)
    first = submission.adam_step(np.array([1.0]), zero, zero, np.array([2.0]), 1, lr=0.1)
    state = np.array([0.9]), np.array([0.2]), np.array([0.004])
    second = submission.adam_step(*state, np.array([-1.0]), 2, lr=0.1)
    for answer, right in [(first, (0.9, 0.2, 0.004)), (second, (0.8733663, 0.08, 0.004996))]:
        theta, m, v = unpack(answer, "theta", "m", "v")
        close(m, np.array([right[1]]), "m")
        close(v, np.array([right[2]]), "v")
        close(theta, np.array([right[0]]), "theta")


@check("returns theta, m and v, each in the shape of theta", zh="返回 theta、m、v，形状不变", points=1)
def test_shapes(submission):
    grad = np.array([[1.0, -2.0, 4.0], [-0.5, 8.0, -16.0]])
    answer = submission.adam_step(np.ones((2, 3)), 0 * grad, 0 * grad, grad, 1, lr=0.5, beta1=0.75, beta2=0.5)
    theta, m, v = unpack(answer, "theta", "m", "v")
    close(m, grad / 4, "m")
    close(v, grad**2 / 2, "v")
    close(theta, 1 - 0.5 * np.sign(grad), "theta")
