"""Public checks of the penalties: the statement's example and the shapes of the answers."""

import numpy as np

from grader.checks import array, check, close, number


@check("gives the penalties and gradients of the worked example", zh="算对题目例子中的惩罚项和梯度", points=1)
def test_worked_example(submission):
    W, v = np.array([[1.0, -2.0], [0.0, 0.5]]), np.array([3.0])
    close(submission.l1_penalty([W, v], 0.1), 0.65, what="l1_penalty")
    close(submission.l2_penalty([W, v], 0.1), 1.425, what="l2_penalty")
    close(submission.l1_gradient(W, 0.1), np.array([[0.1, -0.1], [0.0, 0.1]]), what="l1_gradient")
    close(submission.l2_gradient(W, 0.1), np.array([[0.2, -0.4], [0.0, 0.1]]), what="l2_gradient")


@check(
    "gives one number for a list of arrays, and a gradient of the weights' shape",
    zh="对数组列表返回一个数，梯度的形状与权重相同",
    points=1,
)
def test_shapes(submission):
    w = np.linspace(-1, 2, 24).reshape(2, 3, 4)
    number(submission.l1_penalty([w, w[0]], 0.3), what="l1_penalty")
    number(submission.l2_penalty([w, w[0]], 0.3), what="l2_penalty")
    array(submission.l1_gradient(w, 0.3), what="l1_gradient", shape=(2, 3, 4))
    array(submission.l2_gradient(w, 0.3), what="l2_gradient", shape=(2, 3, 4))
