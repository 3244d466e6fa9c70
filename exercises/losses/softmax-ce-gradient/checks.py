"""Public checks of softmax_cross_entropy_grad: the statement's example and the shape of the answer."""

import numpy as np

from grader.checks import array, check, close


@check("gives the gradient of the worked example", zh="算对题目例子中的梯度", points=1)
def test_worked_example(submission):
    logits = np.array([[0.0, np.log(2), np.log(5)], [0.0, 0.0, 0.0]])
    expected = np.array([[0.0625, 0.125, -0.1875], [-1 / 3, 1 / 6, 1 / 6]])
    close(submission.softmax_cross_entropy_grad(np.array([2, 0]), logits), expected)


@check("gives one derivative for each logit", zh="每个 logit 对应一个导数", points=1)
def test_shape(submission):
    logits = np.linspace(-1, 1, 12).reshape(3, 4)
    array(submission.softmax_cross_entropy_grad(np.array([3, 0, 1]), logits), shape=(3, 4))
