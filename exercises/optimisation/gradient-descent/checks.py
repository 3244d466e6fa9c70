"""Public checks of gradient_descent: the statement's example, and a start that is good enough."""

import numpy as np

from grader.checks import array, check, close, unpack


def guarded(f, shape):
    """The function f, for arrays of one shape only, in their float dtype."""

    def function(theta):
        theta = np.asarray(theta)
        if theta.shape != shape:
            raise ValueError(f"The parameters have shape {shape}. Received: shape {theta.shape}.")
        with np.errstate(all="ignore"):
            return f(theta if theta.dtype.kind == "f" else theta.astype(float))

    return function


def bowl(shape):
    """The sum of squares and its gradient; with a learning rate of 0.25 each step halves the parameters."""
    return guarded(lambda theta: float(np.sum(theta**2)), shape), guarded(lambda theta: 2 * theta, shape)


def same(answer, theta, losses):
    """Hold that the losses are right, their number first, and the parameters."""
    got, curve = unpack(answer, "theta", "losses")
    close(array(curve, "losses", shape=(len(losses),)), np.array(losses), "losses")
    close(got, theta, "theta")


@check(
    "gives both results of the worked example, stopped by tol and by max_iters",
    zh="算对题目中的例子：因 tol 停止和因 max_iters 停止",
    points=1,
)
def test_worked_example(submission):
    start = np.array([8.0])
    same(submission.gradient_descent(*bowl((1,)), start, 0.25, 1.0, 10), np.array([1.0]), [64.0, 16.0, 4.0, 1.0])
    same(submission.gradient_descent(*bowl((1,)), start, 0.25, 1.0, 2), np.array([2.0]), [64.0, 16.0, 4.0])


@check("leaves a start alone that is good enough", zh="起点已经够好时，一次也不更新", points=1)
def test_good_start(submission):
    start = np.array([[1.0, -2.0, 0.5], [0.0, 1.5, -1.0]])
    same(submission.gradient_descent(*bowl((2, 3)), start, 0.25, 9.0, 5), start, [8.5])
