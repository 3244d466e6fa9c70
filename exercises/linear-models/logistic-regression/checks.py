"""Public checks of fit_logistic and predict_proba: the statement's example, and shapes."""

import numpy as np

from grader.checks import array, check, close, number, unpack


@check("gives the step and the probabilities of the worked example", zh="算对题目例子中的一步更新和概率", points=1)
def test_worked_example(submission):
    probabilities = submission.predict_proba(np.array([[1.0], [-1.0], [0.0]]), np.array([np.log(3.0)]), 0.0)
    close(probabilities, np.array([0.75, 0.25, 0.5]), "p")
    x, y = np.array([[0.0], [2.0], [4.0]]), np.array([0.0, 1.0, 1.0])
    w, b = unpack(submission.fit_logistic(x, y, 1.5, 1), "w", "b")
    close(w, np.array([1.5]), "w")
    close(b, 0.25, "b")


@check(
    "returns one weight for each input, one number as the bias, one probability for each sample",
    zh="每个输入一个权重，偏置是一个数，每个样本一个概率",
    points=1,
)
def test_shapes(submission):
    x = np.array([[1.0, 0.0, 2.0], [0.0, 1.0, -1.0], [1.0, 1.0, 0.0], [2.0, -1.0, 1.0]])
    w, b = unpack(submission.fit_logistic(x, np.array([1.0, 0.0, 0.0, 1.0]), 0.1, 3), "w", "b")
    array(w, "w", shape=(3,))
    number(b, "b")
    array(submission.predict_proba(x, np.array([0.5, -1.0, 2.0]), 0.3), "p", shape=(4,))
