"""Public checks of roc_auc: the statement's example, and scores that separate the classes."""

import numpy as np

from grader.checks import check, close


@check("gives 0.75 for the worked example", zh="算对题目中的例子，得 0.75", points=1)
def test_worked_example(submission):
    close(submission.roc_auc(np.array([1, 0, 1, 0, 0]), np.array([0.9, 0.4, 0.4, 0.1, 0.7])), 0.75)


@check(
    "gives 1 where the scores separate the classes, 0 where they do the reverse",
    zh="分数把两类完全分开时得 1，完全颠倒时得 0",
    points=1,
)
def test_separated(submission):
    scores = np.array([-3.0, 2.0, 5.0, -1.0, 0.5])
    close(submission.roc_auc(np.array([0, 1, 1, 0, 1]), scores), 1.0)
    close(submission.roc_auc(np.array([1, 0, 0, 1, 0]), scores), 0.0)
