"""Hidden checks of relative_error and gradient_check."""

import numpy as np

from grader.checks import check, close


def guarded(f, shape):
    """The function f, for arrays of one shape only."""

    def function(x):
        if np.shape(x) != shape:
            raise ValueError(f"expected an array of shape {shape}. Received: shape {np.shape(x)}.")
        with np.errstate(all="ignore"):
            return f(np.asarray(x, dtype=float))

    return function


def smooth(rng, shape, scale=1.0):
    """A function in which every element has a weight of its own and acts on all others, and its gradient."""
    weight, tilt = rng.uniform(0.5, 2, size=shape), rng.uniform(0.5, 2, size=shape)

    def f(x):
        return float(scale * (np.sum(weight * x**3) + 0.5 * np.sum(tilt * x) ** 2))

    return guarded(f, shape), lambda x: scale * (3 * weight * x**2 + tilt * np.sum(tilt * x))


def passes(submission, f, gradient, x, expected, *tol, **named):
    """Hold that the check says `expected` of this gradient."""
    close(submission.gradient_check(f, guarded(gradient, np.shape(x)), x, *tol, **named), expected)


def at(index, change):
    """A change of a gradient at one position."""

    def changed(gradient):
        gradient = np.array(gradient)
        gradient.flat[index] = change(gradient.flat[index])
        return gradient

    return changed


@check(
    "relative_error divides the length of the difference by the sum of both lengths, over the whole array",
    zh="relative_error 用差的长度除以两个长度之和，对整个数组计算",
    points=2,
)
def test_relative_error(submission, reference, rng):
    for shape in [(4, 3), (5,), (2, 3, 4)]:
        a = rng.normal(size=shape) * np.arange(1, shape[0] + 1).reshape(-1, *(1,) * (len(shape) - 1))
        for b in (2.5 * rng.normal(size=shape) + 1, a + 0.05 * rng.normal(size=shape), -3 * a):
            close(submission.relative_error(a, b), reference.gradcheck.relative_error(a, b))
            close(submission.relative_error(b, a), reference.gradcheck.relative_error(b, a))


@check(
    "relative_error is 0 for two zero arrays, and holds at any scale, for bytes and for strided arrays",
    zh="两个零数组的 relative_error 为 0；任何尺度、uint8、内存不连续时都成立",
    points=2,
)
def test_relative_error_edges(submission, reference, rng):
    zero, a = np.zeros((2, 3)), rng.normal(size=(2, 3))
    close(submission.relative_error(zero, zero.copy()), 0.0)
    close(submission.relative_error(a, a.copy()), 0.0)
    close(submission.relative_error(zero, a), 1.0)
    for scale in (1e-9, 1e-30, 1e60):
        b, c = scale * rng.normal(size=5), scale * rng.normal(size=5)
        close(submission.relative_error(b, c), reference.gradcheck.relative_error(b, c))
    small, large = rng.integers(0, 100, size=(3, 4)), rng.integers(100, 256, size=(3, 4))
    strided, columns = rng.normal(size=(3, 8))[:, ::2], np.asfortranarray(rng.normal(size=(3, 4)))
    for b, c in [
        (small.astype(np.uint8), large.astype(np.uint8)),
        (strided, columns),
        (strided[:1, :1], columns[:1, :1]),
    ]:
        close(submission.relative_error(b, c), reference.gradcheck.relative_error(b, c))


@check(
    "gradient_check accepts the right gradient and rejects wrong ones, wherever they are wrong",
    zh="gradient_check 接受正确的梯度，拒绝错误的梯度，无论错在哪个元素",
    points=2,
)
def test_right_and_wrong(submission, rng):
    for shape in [(2,), (1, 3), (2, 1, 2)]:
        (f, gradient), x = smooth(rng, shape), rng.uniform(0.5, 2, size=shape)
        passes(submission, f, gradient, x, True)
        for wrong in (
            lambda g: 2 * g,
            lambda g: -g,
            lambda g: 0 * g,
            np.flip,
            at(0, lambda v: 1.02 * v),
            at(-1, lambda v: 0.97 * v),
        ):
            passes(submission, f, lambda x, g=gradient, wrong=wrong: wrong(g(x)), x, False)


@check(
    "passes up to and including tol, which is 1e-6 by default",
    zh="误差不超过 tol（含等于）就通过，tol 默认为 1e-6",
    points=2,
)
def test_tol(submission, rng):
    (f, gradient), x = smooth(rng, (2, 1)), rng.uniform(0.5, 2, size=(2, 1))

    def off_by(error):
        return lambda x: gradient(x) * (1 + error) / (1 - error)  # relative error: error

    for error, tol, expected in [(5e-2, 1e-2, False), (2e-3, 1e-2, True), (0.3, 0.5, True), (6e-5, 1e-5, False)]:
        passes(submission, f, off_by(error), x, expected, tol)
    passes(submission, f, off_by(2e-3), x, True, tol=1e-2)
    passes(submission, f, off_by(4e-7), x, True)
    passes(submission, f, off_by(4e-6), x, False)
    constant, level = guarded(lambda x: level, (2, 1)), float(rng.normal())
    passes(submission, constant, lambda x: np.zeros((2, 1)), x, True, tol=0.0)
    passes(submission, constant, lambda x: np.full((2, 1), 1e-3), x, False, 0.5)


@check(
    "judges the gradient relative to its size, and as a whole",
    zh="按梯度自身的大小、对整个梯度作判断",
    points=1,
)
def test_scale(submission, rng):
    for scale in (1e-9, 1e7):
        (f, gradient), x = smooth(rng, (1, 2), scale), rng.uniform(0.5, 2, size=(1, 2))
        passes(submission, f, gradient, x, True)
        passes(submission, f, lambda x, g=gradient: 1.1 * g(x), x, False)
    slope = np.array([rng.uniform(1e3, 2e3), 1e-4, -5e2])
    f = guarded(lambda x: float(np.sum(slope * x**2)), (3,))
    passes(submission, f, lambda x: at(1, lambda v: 1.5 * v)(2 * slope * x), rng.uniform(0.5, 2, size=3), True)


@check(
    "holds for one element, integers, float32, a kink, NaN and strided arrays",
    zh="单个元素、整数、float32、尖点、NaN、内存不连续时都成立",
    points=1,
)
def test_edges(submission, rng):
    whole = rng.integers(1, 7, size=(2, 1))
    single = rng.uniform(0.5, 2, size=(3,)).astype(np.float32)
    strided, columns = rng.uniform(0.5, 2, size=(2, 6))[:, ::2], np.asfortranarray(rng.uniform(0.5, 2, size=(3, 2)))
    for x in (rng.uniform(0.5, 2, size=1), whole, single, strided, columns):
        f, gradient = smooth(rng, x.shape)
        passes(submission, f, gradient, x, True)
        passes(submission, f, lambda x, g=gradient: 1.2 * g(x), x, False)
    passes(submission, f, lambda x: at(0, lambda v: np.nan)(gradient(x)), x, False)
    kinked = guarded(lambda x: float(np.sum(np.abs(x))), (3,))
    passes(submission, kinked, np.sign, np.array([0.0, 2.0, -3.0]), True)
