"""Public checks of debug-forward: the statement's example, and the shape for one sample and for several."""

import numpy as np

from grader.checks import array, check, close


@check(
    "gives (36, 52, -1) and (6, 8, 7) for the worked example",
    zh="算对题目中的例子，得 (36, 52, -1) 和 (6, 8, 7)",
    points=1,
)
def test_worked_example(submission):
    x, W = np.array([[7.0, 8.0], [1.0, 0.0]]), np.array([[1.0, 2.0, 0.0], [3.0, 4.0, -1.0]])
    expected = np.array([[36.0, 52.0, -1.0], [6.0, 8.0, 7.0]])
    close(submission.forward(x, W, np.array([5.0, 6.0, 7.0])), expected)


@check("gives one row per sample and one column per neuron", zh="每个样本一行，每个神经元一列", points=1)
def test_shape(submission):
    W, b = np.arange(10.0).reshape(2, 5), np.ones(5)
    for n in (1, 4):
        array(submission.forward(np.full((n, 2), 0.5), W, b), "y", shape=(n, 5))
