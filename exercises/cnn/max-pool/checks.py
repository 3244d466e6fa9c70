"""Public checks of max_pool: the statement's example and the shape of the answer."""

import numpy as np

from grader.checks import array, check, close


@check("gives the numbers of the worked example", zh="算对题目中的例子", points=1)
def test_worked_example(submission):
    x = np.array([[1.0, 3, 2, 0, 9], [4, 2, 1, 5, 8], [0, 1, -2, -3, 7], [2, 0, -1, -4, 6]]).reshape(1, 4, 5, 1)
    close(submission.max_pool(x), np.array([[4.0, 5.0], [2.0, -1.0]]).reshape(1, 2, 2, 1))
    close(submission.max_pool(x, (2, 3), 2), np.array([[4.0, 9.0], [2.0, 7.0]]).reshape(1, 2, 2, 1))


@check("keeps images and channels apart and has the right size", zh="批次与通道保持不变，尺寸正确", points=1)
def test_shapes(submission, rng):
    x = rng.normal(size=(2, 7, 10, 3))
    array(submission.max_pool(x), shape=(2, 3, 5, 3))
    array(submission.max_pool(x, size=3, stride=2), shape=(2, 3, 4, 3))
    array(submission.max_pool(x, size=(2, 4)), shape=(2, 3, 2, 3))
