"""Public checks of negative_sampling_loss: the statement's example, and vectors of zeros."""

import numpy as np

from grader.checks import check, close, entries, unpack

KEYS = ("centre", "context", "negatives")


@check("gives the loss and the gradients of the worked example", zh="算对题目例子中的损失和梯度", points=1)
def test_worked_example(submission):
    negatives = np.array([[0.0, -1.0], [2.0, -1.0]])
    answer = submission.negative_sampling_loss(np.array([1.0, 2.0]), np.array([1.0, 0.0]), negatives)
    loss, grads = unpack(answer, "loss", "grads")
    close(loss, 1.13333688, "loss")
    centre, context, others = entries(grads, *KEYS)
    close(centre, np.array([0.73105858, -0.61920292]), "centre")
    close(context, np.array([-0.26894142, -0.53788284]), "context")
    close(others, np.array([[0.11920292, 0.23840584], [0.5, 1.0]]), "negatives")


@check(
    "gives (k + 1) log 2 for vectors of zeros, and gradients of the right shapes",
    zh="向量全为零时损失为 (k + 1) log 2，各梯度形状正确",
    points=1,
)
def test_zero_vectors(submission):
    answer = submission.negative_sampling_loss(np.zeros(3), np.zeros(3), np.zeros((5, 3)))
    loss, grads = unpack(answer, "loss", "grads")
    close(loss, 6 * np.log(2), "loss")
    for name, gradient, shape in zip(KEYS, entries(grads, *KEYS), [(3,), (3,), (5, 3)]):
        close(gradient, np.zeros(shape), name)
