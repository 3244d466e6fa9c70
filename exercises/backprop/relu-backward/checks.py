"""Public checks of relu_backward: the statement's example, and that shapes are kept."""

import numpy as np

from grader.checks import array, check, close


@check("gives the gradient of the worked example", zh="算对题目例子中的梯度", points=1)
def test_worked_example(submission):
    x = np.array([[-1.0, 0.0, 2.0], [3.0, -0.5, 1.0]])
    dy = np.array([[5.0, 6.0, 7.0], [-2.0, 4.0, 0.5]])
    close(submission.relu_backward(dy, x), np.array([[0.0, 0.0, 7.0], [-2.0, 0.0, 0.5]]), "dx")


@check(
    "returns the shape of x, for a vector and for a batch of images",
    zh="向量、图像批次，结果的形状都与 x 相同",
    points=1,
)
def test_shapes(submission):
    for shape in [(5,), (2, 4, 3, 1)]:
        x = np.linspace(-1, 2, np.prod(shape)).reshape(shape)
        array(submission.relu_backward(3 - x, x), "dx", shape=shape)
