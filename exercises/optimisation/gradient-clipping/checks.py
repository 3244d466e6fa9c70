"""Public checks of clip_by_global_norm: the statement's example, on either side of the limit."""

import numpy as np

from grader.checks import check, close, unpack


@check(
    "halves the gradients of the worked example, and gives the norm 13",
    zh="算对题目中的例子：梯度减半，范数为 13",
    points=1,
)
def test_worked_example(submission):
    answer = submission.clip_by_global_norm([np.array([3.0, -4.0]), np.array([12.0])], 6.5)
    clipped, norm = unpack(answer, "clipped", "norm")
    close(norm, 13.0, "norm")
    for part, expected in zip(unpack(clipped, "g1", "g2"), (np.array([1.5, -2.0]), np.array([6.0]))):
        close(part, expected, "clipped")


@check(
    "gives gradients within the limit back unchanged, in their shapes",
    zh="没有超过上限的梯度原样返回，形状不变",
    points=1,
)
def test_within_limit(submission):
    grads = [np.array([[3.0, 0.0, -4.0]]), np.array([[0.0], [12.0]])]
    clipped, norm = unpack(submission.clip_by_global_norm(grads, 20.0), "clipped", "norm")
    close(norm, 13.0, "norm")
    for part, expected in zip(unpack(clipped, "g1", "g2"), grads):
        close(part, expected, "clipped")
