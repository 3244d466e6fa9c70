"""Public checks of bce_from_logits: the statement's examples and the shape of the answer."""

import numpy as np

from grader.checks import check, close


@check(
    "gives 0.7890 for the worked example, and 1000 for label 0 at a logit of 1000",
    zh="算对题目中的例子，得 0.7890；标签为 0、logit 为 1000 时得 1000",
    points=1,
)
def test_worked_example(submission):
    close(submission.bce_from_logits(np.array([1.0, 0.0, 1.0]), np.array([0.0, np.log(3), np.log(3)])), 0.78904121)
    close(submission.bce_from_logits(np.array([0.0]), np.array([1000.0])), 1000.0)


@check("gives one number for a batch of vectors", zh="对一批向量也只返回一个数", points=1)
def test_scalar_for_a_batch(submission):
    y = np.array([[0.0, 1.0], [1.0, 1.0], [0.0, 0.0]])
    close(submission.bce_from_logits(y, np.zeros((3, 2))), np.log(2))
