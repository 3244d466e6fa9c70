"""Public checks of cross_entropy: the statement's example, and a guess that treats all classes alike."""

import numpy as np

from grader.checks import check, close


@check("gives 0.4581 for the worked example", zh="算对题目中的例子，得 0.4581", points=1)
def test_worked_example(submission):
    y = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
    p = np.array([[0.2, 0.5, 0.3], [0.8, 0.1, 0.1]])
    close(submission.cross_entropy(y, p), 0.45814537)


@check(
    "gives one number, log k where all k classes are equally likely", zh="各类概率相等时，只返回一个数 log k", points=1
)
def test_uniform(submission):
    y = np.array([[0.0, 0.0, 0.0, 1.0], [0.0, 1.0, 0.0, 0.0], [1.0, 0.0, 0.0, 0.0]])
    close(submission.cross_entropy(y, np.full((3, 4), 0.25)), np.log(4))
