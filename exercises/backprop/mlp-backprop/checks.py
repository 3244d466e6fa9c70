"""Public checks of mlp_backprop: the statement's example and the shapes of the gradients."""

import numpy as np

from grader.checks import array, check, close, entries, number, unpack


@check(
    "gives the loss and the four gradients of the worked example",
    zh="算对题目例子中的损失和四个梯度",
    points=1,
)
def test_worked_example(submission):
    x, y = np.array([[1.0], [-1.0]]), np.array([[1.0, -3.0], [2.0, 0.0]])
    W1, b1 = np.array([[np.log(3.0)]]), np.array([0.0])
    W2, b2 = np.array([[4.0, -4.0]]), np.array([-1.0, 2.0])
    loss, grads = unpack(submission.mlp_backprop(x, y, W1, b1, W2, b2), "loss", "grads")
    close(loss, 2.5, what="loss")
    dW1, db1, dW2, db2 = entries(grads, "W1", "b1", "W2", "b2")
    close(dW2, np.array([[0.125, 0.875]]), what="dW2")
    close(db2, np.array([-0.5, 1.5]), what="db2")
    close(dW1, np.array([[0.75]]), what="dW1")
    close(db1, np.array([-1.5]), what="db1")


@check("gives each gradient the shape of its parameter", zh="每个梯度的形状都与对应的参数相同", points=1)
def test_shapes(submission):
    x, y = np.linspace(-1, 1, 15).reshape(5, 3), np.linspace(1, 2, 10).reshape(5, 2)
    W1, b1 = np.linspace(0, 1, 12).reshape(3, 4), np.linspace(-1, 0, 4)
    W2, b2 = np.linspace(-1, 1, 8).reshape(4, 2), np.array([0.5, -0.5])
    loss, grads = unpack(submission.mlp_backprop(x, y, W1, b1, W2, b2), "loss", "grads")
    number(loss, what="loss")
    dW1, db1, dW2, db2 = entries(grads, "W1", "b1", "W2", "b2")
    array(dW1, what="dW1", shape=(3, 4))
    array(db1, what="db1", shape=(4,))
    array(dW2, what="dW2", shape=(4, 2))
    array(db2, what="db2", shape=(2,))
