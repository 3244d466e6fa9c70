"""Public checks of conv2d_backward: the statement's example and the shapes of the gradients."""

import numpy as np

from grader.checks import array, check, close, unpack


@check("gives the three gradients of the worked example", zh="算对题目例子中的三个梯度", points=1)
def test_worked_example(submission):
    x = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 3.0], [2.0, 1.0, 1.0]]).reshape(1, 3, 3, 1)
    kernel = np.array([[1.0, 0.0], [2.0, -1.0]]).reshape(2, 2, 1, 1)
    dy = np.array([[1.0, 2.0], [0.0, -1.0]]).reshape(1, 2, 2, 1)
    dx, dkernel, dbias = unpack(submission.conv2d_backward(dy, x, kernel), "dx", "dkernel", "dbias")
    close(dbias, np.array([2.0]), what="dbias")
    close(dkernel, np.array([[4.0, -1.0], [1.0, 6.0]]).reshape(2, 2, 1, 1), what="dkernel")
    expected = np.array([[1.0, 2.0, 0.0], [2.0, 2.0, -2.0], [0.0, -2.0, 1.0]])
    close(dx, expected.reshape(1, 3, 3, 1), what="dx")
    dy = np.array([[[[3.0]]]])
    dx, dkernel, dbias = unpack(submission.conv2d_backward(dy, x, kernel, stride=2), "dx", "dkernel", "dbias")
    close(dbias, np.array([3.0]), what="dbias")
    close(dkernel, np.array([[3.0, 6.0], [0.0, 3.0]]).reshape(2, 2, 1, 1), what="dkernel")
    close(dx, np.array([[3.0, 0.0, 0.0], [6.0, -3.0, 0.0], [0.0, 0.0, 0.0]]).reshape(1, 3, 3, 1), what="dx")


@check(
    "gives each gradient the shape of what it belongs to",
    zh="每个梯度的形状都与它所属的量相同",
    points=1,
)
def test_shapes(submission, rng):
    x, kernel = rng.normal(size=(2, 8, 9, 3)), rng.normal(size=(3, 2, 3, 5))
    for stride, size in [(1, (6, 8)), (2, (3, 4))]:
        answer = submission.conv2d_backward(rng.normal(size=(2, *size, 5)), x, kernel, stride)
        dx, dkernel, dbias = unpack(answer, "dx", "dkernel", "dbias")
        array(dx, what="dx", shape=x.shape)
        array(dkernel, what="dkernel", shape=kernel.shape)
        array(dbias, what="dbias", shape=(5,))
