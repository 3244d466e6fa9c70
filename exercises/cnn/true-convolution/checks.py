"""Public checks of convolve2d: the statement's example and the size of the answer."""

import numpy as np

from grader.checks import array, check, close


@check("gives the numbers of the worked example", zh="算对题目中的例子", points=1)
def test_worked_example(submission):
    image = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 3.0]])
    kernel = np.array([[1.0, 0.0], [2.0, -1.0]])
    expected = np.array([[1.0, 2.0, 0.0, 0.0], [2.0, 4.0, 1.0, 0.0], [0.0, 2.0, 5.0, -3.0]])
    close(submission.convolve2d(image, kernel), expected)


@check("has the full size, also where the kernel is larger", zh="大小为“full”，卷积核更大时也一样", points=1)
def test_size(submission, rng):
    array(submission.convolve2d(rng.normal(size=(5, 7)), rng.normal(size=(3, 2))), shape=(7, 8))
    array(submission.convolve2d(rng.normal(size=(2, 3)), rng.normal(size=(4, 6))), shape=(5, 8))
