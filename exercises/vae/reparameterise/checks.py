"""Public checks of reparameterise: the statement's example, and noise of zero."""

import numpy as np

from grader.checks import check, close


@check(
    "gives (1.5, -4, 1.5) for the worked example",
    zh="算对题目中的例子，得 (1.5, -4, 1.5)",
    points=1,
)
def test_worked_example(submission):
    mean, log_var = np.array([1.0, -2.0, 0.5]), np.array([0.0, np.log(4.0), -np.log(4.0)])
    close(submission.reparameterise(mean, log_var, np.array([0.5, -1.0, 2.0])), np.array([1.5, -4.0, 1.5]))


@check("gives the mean where the noise is zero", zh="噪声为零时得到均值本身", points=1)
def test_zero_noise(submission):
    mean = np.array([[0.5, -1.0, 3.0], [2.0, 0.0, -4.0]])
    close(submission.reparameterise(mean, np.full((2, 3), 0.7), np.zeros((2, 3))), mean)
