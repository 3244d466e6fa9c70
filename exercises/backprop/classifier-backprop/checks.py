"""Public checks of classifier_gradients: the statement's example and the shapes of the gradients."""

import numpy as np

from grader.checks import array, check, close, entries, number, unpack

NAMES = ("W1", "b1", "W2", "b2")


@check(
    "gives the loss and the four gradients of the worked example",
    zh="算对题目例子中的损失和四个梯度",
    points=1,
)
def test_worked_example(submission):
    ln3 = np.log(3.0)
    params = {"W1": np.array([[1.0, -1.0]]), "b1": np.zeros(2), "W2": ln3 * np.eye(2), "b2": np.zeros(2)}
    answer = submission.classifier_gradients(np.array([[1.0], [-1.0]]), np.array([0, 0]), params)
    loss, grads = unpack(answer, "loss", "grads")
    close(loss, np.log(16 / 3) / 2, what="loss")
    dW1, db1, dW2, db2 = entries(grads, *NAMES)
    close(dW2, np.array([[-1.0, 1.0], [-3.0, 3.0]]) / 8, what="dW2")
    close(db2, np.array([-0.5, 0.5]), what="db2")
    close(dW1, ln3 * np.array([[-1.0, -3.0]]) / 8, what="dW1")
    close(db1, ln3 * np.array([-1.0, 3.0]) / 8, what="db1")


@check("gives each gradient the shape of its parameter", zh="每个梯度的形状都与对应的参数相同", points=1)
def test_shapes(submission):
    shapes = {"W1": (3, 4), "b1": (4,), "W2": (4, 2), "b2": (2,)}
    params = {name: np.linspace(-1, 1.5, int(np.prod(shape))).reshape(shape) for name, shape in shapes.items()}
    x, labels = np.linspace(-1, 1, 15).reshape(5, 3), np.array([0, 1, 1, 0, 1])
    loss, grads = unpack(submission.classifier_gradients(x, labels, params), "loss", "grads")
    number(loss, what="loss")
    for name, gradient in zip(NAMES, entries(grads, *NAMES)):
        array(gradient, what=f"d{name}", shape=shapes[name])
