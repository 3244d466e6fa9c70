"""Public checks of private_gradient: the statement's example, and a batch in which nothing is clipped."""

import numpy as np

from grader.checks import check, close


@check("gives (1.3, 0.4) for the worked example", zh="算对题目中的例子，得 (1.3, 0.4)", points=1)
def test_worked_example(submission):
    grads, noise = np.array([[3.0, 4.0], [0.6, -0.8]]), np.array([0.5, -0.4])
    close(submission.private_gradient(grads, 2.5, 0.4, noise), np.array([1.3, 0.4]))


@check(
    "is the mean of the gradients where all are short and there is no noise",
    zh="梯度都不长、又没有噪声时，就是平均梯度",
    points=1,
)
def test_plain_mean(submission):
    grads = np.array([[[1.0, 0.0, 2.0], [0.0, -1.0, 0.0]], [[3.0, 2.0, 0.0], [1.0, 1.0, -4.0]]])
    expected = np.array([[2.0, 1.0, 1.0], [0.5, 0.0, -2.0]])
    close(submission.private_gradient(grads, 10.0, 0.0, np.ones((2, 3))), expected)
