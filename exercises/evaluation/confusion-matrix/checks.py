"""Public checks of confusion_matrix: the statement's example, and a class that does not occur."""

import numpy as np

from grader.checks import array, check, close


@check("counts the six samples of the worked example", zh="正确统计题目例子中的六个样本", points=1)
def test_worked_example(submission):
    answer = submission.confusion_matrix(np.array([0, 0, 0, 1, 2, 2]), np.array([0, 1, 1, 1, 0, 2]), 3)
    counts = array(answer, "counts", shape=(3, 3))  # counts kept as floats are right as well
    close(counts.astype(float), np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 0.0], [1.0, 0.0, 1.0]]), "counts")


@check("has a row and a column for every class", zh="每个类别都有一行和一列", points=1)
def test_all_classes(submission):
    answer = submission.confusion_matrix(np.array([1, 1]), np.array([1, 1]), 4)
    counts = array(answer, "counts", shape=(4, 4))
    close(counts.astype(float), np.diag([0.0, 2.0, 0.0, 0.0]), "counts")
