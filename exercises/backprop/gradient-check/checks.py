"""Public checks of the gradient check: the statement's example, and a matrix."""

import numpy as np

from grader.checks import check, close


def guarded(f, shape):
    """The function f, for arrays of one shape only."""

    def function(x):
        if np.shape(x) != shape:
            raise ValueError(f"expected an array of shape {shape}. Received: shape {np.shape(x)}.")
        return f(np.asarray(x, dtype=float))

    return function


@check(
    "gives 1/3 and tells the right gradient from the wrong one in the worked example",
    zh="题目的例子中得出 1/3，并分清正确与错误的梯度",
    points=1,
)
def test_worked_example(submission):
    close(submission.relative_error(np.array([3.0, 4.0]), np.array([0.0, 4.0])), 1 / 3, what="relative_error")
    f = guarded(lambda x: float(x[0] ** 2 + x[0] * x[1]), (2,))
    right = guarded(lambda x: np.array([2 * x[0] + x[1], x[0]]), (2,))
    wrong = guarded(lambda x: np.array([2 * x[0], x[0]]), (2,))
    x = np.array([1.0, 2.0])
    close(submission.gradient_check(f, right, x), True, what="gradient_check")
    close(submission.gradient_check(f, wrong, x), False, what="gradient_check")


@check("works on matrices: one number, one yes or no", zh="对矩阵也成立：返回一个数、一个是或否", points=1)
def test_matrix(submission):
    x = np.array([[1.0, -2.0, 3.0], [0.5, 4.0, -1.5]])
    close(submission.relative_error(x, 3 * x), 0.5, what="relative_error")
    f = guarded(lambda x: float(np.sum(x**2)), (2, 3))
    close(submission.gradient_check(f, guarded(lambda x: 2 * x, (2, 3)), x), True, what="gradient_check")
    close(submission.gradient_check(f, guarded(lambda x: x, (2, 3)), x), False, what="gradient_check")
