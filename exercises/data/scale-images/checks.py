"""Public checks of scale_images: the statement's example, and the shape and dtype of the answer."""

import numpy as np

from grader.checks import check, close


@check("gives 0, 0.2, 0.4 and 1 for the worked example", zh="算对题目中的例子，得 0、0.2、0.4 和 1", points=1)
def test_worked_example(submission):
    x = np.array([[[0, 51], [102, 255]]], dtype=np.uint8)
    close(submission.scale_images(x), np.array([[[[0.0], [0.2]], [[0.4], [1.0]]]], dtype=np.float32))


@check("adds the channel axis at the end", zh="在末尾添加通道轴", points=1)
def test_shape(submission):
    close(submission.scale_images(np.full((3, 2, 5), 255, dtype=np.uint8)), np.ones((3, 2, 5, 1), dtype=np.float32))
