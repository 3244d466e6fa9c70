"""Public checks of rnn_backward: the statement's example and the shapes of the gradients."""

import numpy as np

from grader.checks import array, check, close, entries


@check("gives the five gradients of the worked example", zh="算对题目例子中的五个梯度", points=1)
def test_worked_example(submission):
    dh, x, h0 = np.array([[[-12.0], [8.0]]]), np.array([[[-0.5], [-1.0]]]), np.array([[0.25]])
    W, U, b = np.array([[2.0]]), np.array([[4.0]]), np.array([0.5 * np.log(3.0)])
    grads = submission.rnn_backward(dh, x, h0, W, U, b)
    dx, dh0, dW, dU, db = entries(grads, "dx", "dh0", "dW", "dU", "db")
    close(dx, np.array([[[18.0], [12.0]]]), what="dx")
    close(dh0, np.array([[36.0]]), what="dh0")
    close(dW, np.array([[-10.5]]), what="dW")
    close(dU, np.array([[5.25]]), what="dU")
    close(db, np.array([15.0]), what="db")


@check("gives each gradient the shape of what it belongs to", zh="每个梯度的形状都与所对应的量相同", points=1)
def test_shapes(submission):
    n, steps, d, u = 2, 5, 3, 4
    shapes = {"dx": (n, steps, d), "dh0": (n, u), "dW": (d, u), "dU": (u, u), "db": (u,)}
    arguments = [np.linspace(-1.0, 0.8, int(np.prod(shape))).reshape(shape) for shape in shapes.values()]
    grads = submission.rnn_backward(np.full((n, steps, u), 0.3), *arguments)
    for gradient, (name, shape) in zip(entries(grads, *shapes), shapes.items(), strict=True):
        array(gradient, what=name, shape=shape)
