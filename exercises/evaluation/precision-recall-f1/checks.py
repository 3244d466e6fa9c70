"""Public checks of precision_recall_f1: the statement's example and a perfect prediction."""

import numpy as np

from grader.checks import check, close, unpack


@check("gives 2/3, 2/5 and 1/2 for the worked example", zh="算对题目中的例子，得 2/3、2/5、1/2", points=1)
def test_worked_example(submission):
    labels = np.array([1, 1, 1, 1, 1, 0, 0, 0, 0])
    answer = submission.precision_recall_f1(labels, np.array([1, 1, 0, 0, 0, 1, 0, 0, 0]))
    for part, right, name in zip(unpack(answer, "p", "r", "f1"), (2 / 3, 2 / 5, 1 / 2), ("p", "r", "f1")):
        close(part, right, name)


@check("gives three ones where every prediction is right", zh="全部预测正确时，三个数都是 1", points=1)
def test_perfect(submission):
    labels = np.array([0, 1, 1, 0, 1, 0, 0])
    for part, name in zip(
        unpack(submission.precision_recall_f1(labels, labels.copy()), "p", "r", "f1"), "p r f1".split()
    ):
        close(part, 1.0, name)
