"""Public checks of adam-as-printed: the statement's example and the shapes of the answer."""

import numpy as np

from grader.checks import check, close, unpack


@check("gives the step and the two factors of the worked example", zh="算对题目中例子的一步和两个倍数", points=1)
def test_worked_example(submission):
    zero = np.zeros(1)
    answer = submission.adam_step_uncorrected(np.array([1.0]), zero, zero, np.array([2.0]), lr=0.1)
    for part, name, right in zip(unpack(answer, "theta", "m", "v"), ("theta", "m", "v"), (0.683772255, 0.2, 0.004)):
        close(part, np.array([right]), name)
    close(submission.correction_factor(1), 0.316227766, "the factor of step 1")
    close(submission.correction_factor(2), 0.235316725, "the factor of step 2")


@check("returns theta, m and v, each in the shape of theta", zh="返回 theta、m、v，形状不变", points=1)
def test_shapes(submission):
    grad = np.array([[1.0, -2.0, 4.0], [-0.5, 8.0, -16.0]])
    answer = submission.adam_step_uncorrected(np.ones((2, 3)), 0 * grad, 0 * grad, grad, 0.5, 0.75, 0.75)
    theta, m, v = unpack(answer, "theta", "m", "v")
    close(m, grad / 4, "m")
    close(v, grad**2 / 4, "v")
    close(theta, 1 - 0.25 * np.sign(grad), "theta")
