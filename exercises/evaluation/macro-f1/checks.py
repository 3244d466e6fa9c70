"""Public checks of macro_f1 and micro_f1: the statement's example and a perfect prediction."""

import numpy as np

from grader.checks import check, close


@check("gives 7/24 and 4/7 for the worked example", zh="算对题目中的例子：宏平均 7/24，微平均 4/7", points=1)
def test_worked_example(submission):
    labels, predictions = np.array([0, 0, 0, 0, 1, 1, 2]), np.array([0, 0, 0, 1, 1, 0, 0])
    close(submission.macro_f1(labels, predictions, 4), 7 / 24, "macro")
    close(submission.micro_f1(labels, predictions, 4), 4 / 7, "micro")


@check("gives 1 and 1 where every prediction is right", zh="全部预测正确时，两者都是 1", points=1)
def test_perfect(submission):
    labels = np.array([2, 0, 1, 1, 2, 2, 0])
    close(submission.macro_f1(labels, labels.copy(), 3), 1.0, "macro")
    close(submission.micro_f1(labels, labels.copy(), 3), 1.0, "micro")
