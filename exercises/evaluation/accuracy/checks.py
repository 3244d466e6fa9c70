"""Public checks of accuracy: the statement's example, from scores and from predicted classes."""

import numpy as np

from grader.checks import check, close


@check("gives 0.75 for the scores of the worked example", zh="由题目例子中的得分算出 0.75", points=1)
def test_worked_example(submission):
    scores = np.array([[0.2, 0.7, 0.1], [0.5, 0.3, 0.2], [0.1, 0.3, 0.6], [0.4, 0.35, 0.25]])
    close(submission.accuracy(np.array([1, 0, 2, 1]), scores), 0.75)


@check("gives 0.75 for the predicted classes of the worked example", zh="由题目例子中的预测类别算出 0.75", points=1)
def test_predicted_classes(submission):
    close(submission.accuracy(np.array([1, 0, 2, 1]), np.array([1, 0, 2, 0])), 0.75)
