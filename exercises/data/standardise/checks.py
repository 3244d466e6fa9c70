"""Public checks of standardise: the statement's example, and the statistics of the result."""

import numpy as np

from grader.checks import check, close, unpack


@check("gives the two tables of the worked example", zh="算对题目例子中的两张表", points=1)
def test_worked_example(submission):
    train = np.array([[1.0, 10.0, 7.0], [5.0, 30.0, 7.0]])
    answer = submission.standardise(train, np.array([[4.0, 10.0, 9.0]]))
    train, test = unpack(answer, "train", "test")
    close(train, np.array([[-1.0, -1.0, 0.0], [1.0, 1.0, 0.0]]), "train")
    close(test, np.array([[0.5, -1.0, 0.0]]), "test")


@check(
    "gives every column of train the mean 0 and the variance 1",
    zh="训练集的每一列均值为 0、方差为 1",
    points=1,
)
def test_moments(submission):
    x = np.array([[1.0, -20.0, 0.3], [4.0, 50.0, 0.1], [2.0, 10.0, 0.7], [9.0, 0.0, 0.2]])
    train, test = unpack(submission.standardise(x, x[:3] + 2), "train", "test")
    close(train, (x - x.mean(axis=0)) / x.std(axis=0), "train")
    close(test, (x[:3] + 2 - x.mean(axis=0)) / x.std(axis=0), "test")
