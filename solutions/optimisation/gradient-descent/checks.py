"""Hidden checks of gradient_descent."""

import numpy as np

from grader.checks import array, check, close, unpack

NEVER = -1.0  # a tolerance that no loss here reaches


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


def valley(rng, shape):
    """A quartic in which every element has a weight of its own and acts on all the others, and its gradient."""
    weight, tilt = rng.uniform(0.1, 0.3, size=(2, *shape))

    def loss(theta):
        return float(np.sum(weight * theta**4) / 4 + np.sum(tilt * theta) ** 2 / 2)

    def gradient(theta):
        return (weight * theta**3 + tilt * np.sum(tilt * theta)).astype(theta.dtype)

    return guarded(loss, shape), guarded(gradient, shape)


def same(submission, reference, *arguments):
    """Hold that the losses are right, their number first, and the parameters."""
    theta, losses = reference.descent.gradient_descent(*arguments)
    got, curve = unpack(submission.gradient_descent(*arguments), "theta", "losses")
    rtol = 2e-5 if theta.dtype == np.float32 else None  # float32 parameters know their losses no better
    close(array(curve, "losses", shape=(len(losses),)), np.array(losses), "losses", rtol=rtol)
    close(got, theta, "theta")


@check(
    "makes max_iters updates, each with the gradient of the newest theta, for parameters of any shape",
    zh="更新 max_iters 次，每次都用最新 theta 处的梯度；参数形状任意",
    points=4,
)
def test_updates(submission, reference, rng):
    for shape, lr, max_iters in [((3,), 0.4, 5), ((4, 2), 0.2, 3), ((2, 3, 2), 0.1, 1)]:
        theta0 = rng.choice([-1.0, 1.0], size=shape) * rng.uniform(0.6, 1.4, size=shape)
        same(submission, reference, *valley(rng, shape), theta0, lr, NEVER, max_iters)


@check(
    "stops at the first loss that is not above tol, the limit itself included",
    zh="损失一旦不大于 tol 就停止，恰好等于 tol 也停",
    points=3,
)
def test_tolerance(submission, reference, rng):
    # Halving is exact: the loss meets its limit to the last bit, in whatever order it was computed.
    theta0 = rng.choice([-4.0, 4.0], size=(2, 3)) * rng.integers(3, 10, size=(2, 3))
    first = float(np.sum(theta0**2))
    for tol in (first / 40, first / 4**3, first):
        same(submission, reference, *bowl((2, 3)), theta0, 0.25, tol, 9)
    same(submission, reference, *bowl((2, 3)), theta0, 0.25, first / 16, 2)


@check(
    "returns the last theta, not the best, where too long steps make the loss grow; and none but the first for "
    "max_iters = 0",
    zh="步子太大、损失上升时，返回的是最后的 theta 而不是最好的；max_iters = 0 时只有起点",
    points=2,
)
def test_growing_loss(submission, reference, rng):
    theta0 = rng.uniform(1, 2, size=4)
    same(submission, reference, *bowl((4,)), theta0, 1.3, 0.5, 4)
    same(submission, reference, *bowl((4,)), theta0, 0.1, 0.5, 0)


@check(
    "holds for one element, integers, float32 and strided arrays",
    zh="单个元素、整数、float32、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    strided, ordered = rng.normal(size=(3, 8))[:, ::2], np.asfortranarray(rng.normal(size=(3, 4)))
    single, one = rng.normal(size=(2, 5)).astype(np.float32), rng.normal(size=(1, 1))
    for theta0 in [strided, ordered, single, one, rng.integers(1, 4, size=(2, 3))]:
        same(submission, reference, *valley(rng, theta0.shape), theta0, 0.15, NEVER, 3)
    for theta0 in [single, rng.integers(1, 4, size=3)]:
        same(submission, reference, *bowl(theta0.shape), theta0, 0.15, NEVER, 0)
    for good in [single, rng.integers(1, 4, size=3).astype(np.float32)]:
        same(submission, reference, *bowl(good.shape), good, 0.15, 1e3, 3)
