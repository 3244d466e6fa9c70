"""Public checks of minibatches: the statement's example, and images in batches of equal size."""

import numpy as np

from grader.checks import check, close, unpack


def compare(answer, batches):
    """Hold that the answer consists of these pairs."""
    pairs = unpack(answer, *(f"batch {i}" for i in range(len(batches))))
    for pair, (right_xb, right_yb) in zip(pairs, batches):
        xb, yb = unpack(pair, "xb", "yb")
        close(xb, right_xb, what="xb")
        close(yb, right_yb, what="yb")


@check("gives the three batches of the worked example", zh="算对题目例子中的三个批次", points=1)
def test_worked_example(submission):
    x, y, order = np.array([10, 11, 12, 13, 14]), np.arange(5), np.array([3, 0, 4, 1, 2])
    pieces = [np.array([3, 0]), np.array([4, 1]), np.array([2])]
    compare(submission.minibatches(x, y, 2, order), [(10 + piece, piece) for piece in pieces])


@check("keeps the other axes of x and y", zh="保留 x 和 y 的其余各轴", points=1)
def test_other_axes(submission):
    x, y = np.linspace(0, 1, 24).reshape(4, 3, 2), np.linspace(-1, 1, 20).reshape(4, 5)
    answer = submission.minibatches(x, y, 2, np.array([1, 3, 2, 0]))
    compare(answer, [(x[[1, 3]], y[[1, 3]]), (x[[2, 0]], y[[2, 0]])])
