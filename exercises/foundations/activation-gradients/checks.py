"""Public checks of the derivatives: the statement's example and the shape of the answers."""

import numpy as np

from grader.checks import check, close


@check("gives the slopes of the worked example", zh="算对题目例子中的各个斜率", points=1)
def test_worked_example(submission):
    x = np.array([-1.0, 0.0, 2.0])
    close(submission.sigmoid_grad(x), np.array([0.19661193, 0.25, 0.10499359]), "sigmoid_grad")
    close(submission.tanh_grad(x), np.array([0.41997434, 1.0, 0.07065082]), "tanh_grad")
    close(submission.relu_grad(x), np.array([0.0, 0.0, 1.0]), "relu_grad")
    close(submission.leaky_relu_grad(x), np.array([0.2, 0.2, 1.0]), "leaky_relu_grad")


@check("works element by element and keeps the shape of a matrix", zh="逐元素计算，矩阵的形状不变", points=1)
def test_shape(submission):
    x = np.array([[1.0, 4.0], [-4.0, 2.0], [8.0, -8.0]])
    zero = np.zeros((3, 2))
    close(submission.sigmoid_grad(zero), zero + 0.25, "sigmoid_grad")
    close(submission.tanh_grad(zero), zero + 1, "tanh_grad")
    close(submission.relu_grad(x), np.array([[1.0, 1.0], [0.0, 1.0], [1.0, 0.0]]), "relu_grad")
    close(submission.leaky_relu_grad(x, alpha=0.5), np.array([[1.0, 1.0], [0.5, 1.0], [1.0, 0.5]]), "leaky_relu_grad")
