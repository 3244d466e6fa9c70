"""Public checks of numerical_gradient: the statement's example and the shape of the answer."""

import numpy as np

from grader.checks import check, close


def guarded(f, shape):
    """The function f, for arrays of one shape only."""

    def function(x):
        if np.shape(x) != shape:
            raise ValueError(f"f takes an array of shape {shape}. Received: shape {np.shape(x)}.")
        with np.errstate(all="ignore"):
            return float(f(np.asarray(x, dtype=float)))

    return function


@check("gives (13.01, 2) for the worked example", zh="算对题目中的例子，得 (13.01, 2)", points=1)
def test_worked_example(submission):
    f = guarded(lambda x: x[0] ** 3 + x[0] * x[1], (2,))
    close(submission.numerical_gradient(f, np.array([2.0, 1.0]), 0.1), np.array([13.01, 2.0]))


@check("gives 2x for the sum of squares of a matrix", zh="对矩阵的平方和，得 2x", points=1)
def test_matrix(submission):
    x = np.array([[1.0, -2.0, 3.0], [0.5, 4.0, -1.5]])
    f = guarded(lambda x: np.sum(x**2), (2, 3))
    close(submission.numerical_gradient(f, x), np.array([[2.0, -4.0, 6.0], [1.0, 8.0, -3.0]]))
