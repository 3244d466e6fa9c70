"""Public checks of debug-linear-regression: the statement's example, and a line that is found."""

import numpy as np

from grader.checks import array, check, close, unpack


@check(
    "gives w = 1.125, b = 0.3125 and the losses 13 and 3.0625 for the worked example",
    zh="算对题目中的例子：w = 1.125，b = 0.3125，损失为 13 和 3.0625",
    points=1,
)
def test_worked_example(submission):
    result = submission.train(np.array([[1.0], [3.0]]), np.array([[1.0], [5.0]]), 0.125, 2)
    w, b, losses = unpack(result, "w", "b", "losses")
    close(array(losses, "losses", shape=(2,)).astype(float), np.array([13.0, 3.0625]), "losses")
    close(w, 1.125, "w")
    close(b, 0.3125, "b")


@check(
    "finds the line y = 2x - 1, and returns w and b as numbers",
    zh="能找到直线 y = 2x - 1，w 和 b 以数的形式返回",
    points=1,
)
def test_finds_a_line(submission):
    x = np.array([[-1.0], [0.0], [1.0], [2.0]])
    w, b, _ = unpack(submission.train(x, 2 * x - 1, 0.3, 200), "w", "b", "losses")
    close(w, 2.0, "w")
    close(b, -1.0, "b")
