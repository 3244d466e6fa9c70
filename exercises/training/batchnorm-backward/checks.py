"""Public checks of batchnorm_backward: the statement's example and the shapes of the gradients."""

import numpy as np

from grader.checks import array, check, close, unpack

NAMES = ("dx", "dgamma", "dbeta")


@check("gives the three gradients of the worked example", zh="算对题目例子中的三个梯度", points=1)
def test_worked_example(submission):
    dy, x = np.array([[3.0], [0.0], [0.0]]), np.array([[0.0], [3.0], [6.0]])
    dx, dgamma, dbeta = unpack(submission.batchnorm_backward(dy, x, np.array([5.0]), 0.25), *NAMES)
    close(dbeta, np.array([3.0]), what="dbeta")
    close(dgamma, np.array([-3.6]), what="dgamma")
    close(dx, np.array([[1.12], [-2.0], [0.88]]), what="dx")


@check("gives each gradient the shape of what it belongs to", zh="每个梯度的形状都与它所属的量相同", points=1)
def test_shapes(submission):
    dy, x = np.linspace(-1, 2, 12).reshape(4, 3), np.sin(np.arange(12.0)).reshape(4, 3)
    dx, dgamma, dbeta = unpack(submission.batchnorm_backward(dy, x, np.array([1.0, 2.0, 3.0])), *NAMES)
    array(dx, what="dx", shape=(4, 3))
    array(dgamma, what="dgamma", shape=(3,))
    array(dbeta, what="dbeta", shape=(3,))
