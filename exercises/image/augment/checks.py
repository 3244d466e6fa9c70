"""Public checks of the augmentations: the statement's example and the shapes of the answers."""

import numpy as np

from grader.checks import array, check, close

IMAGE = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]).reshape(1, 2, 3, 1)


def images(*rows):
    return np.array(rows, dtype=float)[np.newaxis, :, :, np.newaxis]


@check("flips, crops and pads the image of the worked example", zh="算对题目例子中的翻转、裁剪和填充", points=1)
def test_worked_example(submission):
    close(submission.horizontal_flip(IMAGE), images([3, 2, 1], [6, 5, 4]))
    close(submission.random_crop(IMAGE, 0, 1, 2, 2), images([2, 3], [5, 6]))
    padded = images([5, 4, 5, 6, 5], [2, 1, 2, 3, 2], [5, 4, 5, 6, 5], [2, 1, 2, 3, 2])
    close(submission.pad_reflect(IMAGE, 1), padded)


@check("keeps batch and channels, whatever the size becomes", zh="无论尺寸怎样变，批次和通道都不变", points=1)
def test_shapes(submission):
    x = np.full((2, 5, 7, 3), 0.5)  # flat: what is wrong in one function is still told apart from the others
    array(submission.horizontal_flip(x), shape=(2, 5, 7, 3))
    array(submission.random_crop(x, top=1, left=2, height=3, width=4), shape=(2, 3, 4, 3))
    array(submission.pad_reflect(x, pad=2), shape=(2, 9, 11, 3))
