"""Hidden checks of numerical_gradient."""

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


def cubic(rng, shape):
    """A function in which every element has a weight of its own and acts on all the others."""
    weight, tilt = rng.uniform(0.5, 2, size=shape), rng.uniform(0.5, 2, size=shape)
    return guarded(lambda x: np.sum(weight * x**3) + 0.5 * np.sum(tilt * x) ** 2, shape)


@check("takes the central difference with the step that it is given", zh="用给定的 h 计算中心差分", points=2)
def test_central_difference(submission, reference, rng):
    f, x = cubic(rng, (4,)), rng.uniform(0.5, 2, size=4)
    for h in (0.5, 0.2):
        close(submission.numerical_gradient(f, x, h), reference.gradcheck.numerical_gradient(f, x, h))


@check(
    "moves one element at a time in arrays of any shape, and calls f with that shape",
    zh="对任意形状的数组每次只移动一个元素，且总以该形状的数组调用 f",
    points=2,
)
def test_any_shape(submission, reference, rng):
    for shape in [(4, 3), (2, 3, 4)]:
        f, x = cubic(rng, shape), rng.normal(size=shape)
        close(submission.numerical_gradient(f, x, 0.3), reference.gradcheck.numerical_gradient(f, x, 0.3))


@check("agrees with the exact gradient at the default h", zh="使用默认的 h 时与精确梯度一致", points=2)
def test_exact_gradient(submission, rng):
    weight, x = rng.normal(size=(2, 3, 5))
    f = guarded(lambda x: np.sum(weight * np.sin(x)) + np.sum(x) ** 2, (3, 5))
    close(submission.numerical_gradient(f, x), weight * np.cos(x) + 2 * np.sum(x))
    # at 0 the central difference of x³ is h² itself, and so shows the default
    steep = guarded(lambda x: 1e10 * np.sum(x**3), (2,))
    close(submission.numerical_gradient(steep, np.zeros(2)), np.ones(2))


@check("computes integers as float64, without truncating", zh="整数按 float64 计算，不截断小数", points=1)
def test_integer_input(submission, reference, rng):
    f, x = cubic(rng, (2, 3)), rng.integers(1, 7, size=(2, 3))
    for h in (0.25, 1e-5):
        expected = reference.gradcheck.numerical_gradient(f, x.astype(float), h)
        close(submission.numerical_gradient(f, x, h), expected)


@check(
    "holds for one element, at a kink, and for strided and column-ordered arrays",
    zh="单个元素、尖点处、内存不连续或按列存储时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    one = rng.uniform(1, 2, size=1)
    close(submission.numerical_gradient(guarded(lambda x: 1 / x[0], (1,)), one, 0.1), 1 / (0.01 - one**2))
    corner = guarded(lambda x: np.sum(np.abs(x)), (3,))
    close(submission.numerical_gradient(corner, np.array([0.0, 2.0, -2.0])), np.array([0.0, 1.0, -1.0]))
    f = cubic(rng, (3, 4))
    for x in (rng.normal(size=(3, 8))[:, ::2], np.asfortranarray(rng.normal(size=(3, 4)))):
        close(submission.numerical_gradient(f, x, 0.4), reference.gradcheck.numerical_gradient(f, x, 0.4))
