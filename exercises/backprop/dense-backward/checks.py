"""Public checks of dense_backward: the statement's example and the shapes of the gradients."""

import numpy as np

from grader.checks import array, check, close, unpack


@check("gives the three gradients of the worked example", zh="算对题目例子中的三个梯度", points=1)
def test_worked_example(submission):
    x, W = np.array([[1.0, 2.0, 0.0], [0.0, -1.0, 3.0]]), np.array([[1.0], [2.0], [-1.0]])
    answer = submission.dense_backward(np.array([[2.0], [-1.0]]), x, W)
    dx, dW, db = unpack(answer, "dx", "dW", "db")
    close(dx, np.array([[2.0, 4.0, -2.0], [-1.0, -2.0, 1.0]]), "dx")
    close(dW, np.array([[2.0], [5.0], [-3.0]]), "dW")
    close(db, np.array([1.0]), "db")


@check("gives each gradient the shape of what it belongs to", zh="每个梯度的形状都与它所属的量相同", points=1)
def test_shapes(submission):
    dy, x, W = np.linspace(-1, 1, 20).reshape(5, 4), np.linspace(0, 1, 15).reshape(5, 3), np.ones((3, 4))
    dx, dW, db = unpack(submission.dense_backward(dy, x, W), "dx", "dW", "db")
    array(dx, "dx", shape=(5, 3))
    array(dW, "dW", shape=(3, 4))
    array(db, "db", shape=(4,))
