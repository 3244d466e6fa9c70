"""Public checks of the image filters: the statement's example and a flat image."""

import numpy as np

from grader.checks import check, close


@check("gives the blur and the edges of the worked example", zh="算对题目例子中的模糊和边缘", points=1)
def test_worked_example(submission):
    image = np.array([[0.0, 0.0, 9.0], [0.0, 9.0, 9.0]])
    close(submission.box_blur(image, 3), np.array([[1.0, 4.0, 7.0], [2.0, 5.0, 8.0]]))
    close(submission.sobel(image), np.sqrt([[162.0, 1620.0, 810.0], [810.0, 1620.0, 162.0]]))


@check(
    "leaves a flat image flat up to its border, without edges",
    zh="纯色图像模糊后不变，也没有边缘，直到图像边界",
    points=1,
)
def test_flat_image(submission):
    flat = np.full((4, 6), 7.5)
    close(submission.box_blur(flat, 5), flat)
    close(submission.sobel(flat), np.zeros((4, 6)))
