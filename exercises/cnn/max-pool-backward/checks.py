"""Public checks of max_pool_backward: the statement's example, and pixels that no window covers."""

import numpy as np

from grader.checks import check, close


@check("gives the numbers of the worked example", zh="算对题目中的例子", points=1)
def test_worked_example(submission):
    x = np.array([[1.0, 5.0, 2.0], [4.0, 5.0, 3.0], [0.0, 1.0, 6.0]]).reshape(1, 3, 3, 1)
    dy = np.array([[1.0, 2.0], [3.0, 4.0]]).reshape(1, 2, 2, 1)
    dx = np.array([[0.0, 3.0, 0.0], [0.0, 3.0, 0.0], [0.0, 0.0, 4.0]]).reshape(1, 3, 3, 1)
    close(submission.max_pool_backward(dy, x, 2, 1), dx)
    alone = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]).reshape(1, 3, 3, 1)
    close(submission.max_pool_backward(np.ones((1, 1, 1, 1)), x), alone)


@check("has the shape of x, zeros where no window lies", zh="形状与 x 相同，没有窗口的地方为零", points=1)
def test_shape(submission, rng):
    x = np.arange(70.0).reshape(1, 5, 7, 2)  # grows, so each window's maximum is its last pixel
    dy = rng.normal(size=(1, 2, 3, 2))
    dx = np.zeros((1, 5, 7, 2))
    dx[:, 1:4:2, 1:6:2] = dy
    close(submission.max_pool_backward(dy, x), dx)
