"""Public checks of sgd_epoch: the statement's example, and one batch that holds everything."""

import numpy as np

from grader.checks import check, close


def linear_gradient(theta, xb, yb):
    """Gradient of half the mean squared error of xb @ theta, for batches with their first axis."""
    theta, xb, yb = np.asarray(theta), np.asarray(xb), np.asarray(yb)
    if xb.ndim != 2 or yb.ndim != 1 or not 0 < len(xb) == len(yb):
        raise ValueError(f"A batch is xb (b, d) and yb (b,). Received: xb {xb.shape}, yb {yb.shape}.")
    with np.errstate(all="ignore"):
        return (xb.T @ (xb @ theta - yb)) / len(xb)


@check("gives 0.62 for the worked example", zh="算对题目中的例子，得 0.62", points=1)
def test_worked_example(submission):
    x, y, order = np.array([[1.0], [2.0], [3.0]]), np.array([2.0, 1.0, 4.0]), np.array([2, 0, 1])
    close(submission.sgd_epoch(x, y, np.zeros(1), linear_gradient, 0.1, 2, order), np.array([0.62]))


@check("makes one update where one batch holds everything", zh="一批就装下全部样本时，只更新一次", points=1)
def test_one_batch(submission):
    x, y = np.array([[1.0, 0.0], [0.0, 2.0], [3.0, 1.0], [2.0, 2.0]]), np.array([1.0, -2.0, 0.0, 3.0])
    # the errors at (1, 1) are 0, 4, 4 and 1, so that the gradient is (14, 14) / 4
    answer = submission.sgd_epoch(x, y, np.ones(2), linear_gradient, 0.5, 4, np.array([3, 1, 0, 2]))
    close(answer, np.array([-0.75, -0.75]))
