"""Public checks of dropout: the statement's example and the shapes of the answers."""

import numpy as np

from grader.checks import array, check, close


@check("gives the values and the gradient of the worked example", zh="算对题目例子中的输出和梯度", points=1)
def test_worked_example(submission):
    u = np.array([0.8, 0.75, 0.2, 0.9])
    y = submission.dropout(np.array([3.0, -1.0, 2.0, 5.0]), 0.75, u)
    close(y, np.array([12.0, -4.0, 0.0, 20.0]), what="y")
    dx = submission.dropout_backward(np.array([1.0, 2.0, 3.0, -1.0]), 0.75, u)
    close(dx, np.array([4.0, 8.0, 0.0, -4.0]), what="dx")


@check("keeps the shape of x and dy", zh="输出和梯度的形状分别与 x 和 dy 相同", points=1)
def test_shapes(submission):
    x = np.linspace(-1, 2, 24).reshape(2, 3, 4)
    u = np.linspace(0, 0.99, 24).reshape(2, 3, 4)
    array(submission.dropout(x, 0.3, u), what="y", shape=(2, 3, 4))
    array(submission.dropout(x, 0.3, u, training=False), what="y", shape=(2, 3, 4))
    array(submission.dropout_backward(x, 0.3, u), what="dx", shape=(2, 3, 4))
