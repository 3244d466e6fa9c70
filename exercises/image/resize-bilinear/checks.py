"""Public checks of resize_bilinear: the statement's example and the shapes of the answers."""

import numpy as np

from grader.checks import array, check, close


@check("gives the numbers of the worked example", zh="算对题目中的例子", points=1)
def test_worked_example(submission):
    image = np.array([[0.0, 4.0], [8.0, 12.0]])
    larger = np.array([[0.0, 1.0, 3.0, 4.0], [2.0, 3.0, 5.0, 6.0], [6.0, 7.0, 9.0, 10.0], [8.0, 9.0, 11.0, 12.0]])
    close(submission.resize_bilinear(image, 4, 4), larger)
    close(submission.resize_bilinear(image, 1, 2), np.array([[4.0, 8.0]]))


@check("has the size that is asked for, with channels and without", zh="无论有没有通道，尺寸都符合要求", points=1)
def test_shapes(submission, rng):
    array(submission.resize_bilinear(rng.normal(size=(3, 5)), 7, 4), shape=(7, 4))
    array(submission.resize_bilinear(rng.normal(size=(3, 5, 2)), height=2, width=6), shape=(2, 6, 2))
