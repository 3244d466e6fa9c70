"""Hidden checks of fit_linear."""

import numpy as np

from grader.checks import check, close, unpack


def problem(rng, n, d):
    """Inputs whose means are not 0, so that w and b pull at each other, and noisy targets."""
    x = rng.normal(size=(n, d)) + 0.5
    return x, x @ rng.uniform(1, 3, size=d) + 2.0 + 0.3 * rng.normal(size=n)


def compare(submission, reference, x, y, lr, steps, **tolerance):
    w, b = unpack(submission.fit_linear(x, y, lr, steps), "w", "b")
    right_w, right_b = reference.linear_regression.fit_linear(x, y, lr, steps)
    close(w, right_w, "w")
    close(b, right_b, "b", **tolerance)


@check(
    "takes the first step along the gradient of the mean: the factor 2 and the 1/n",
    zh="第一步沿平均损失的梯度走：系数 2 和 1/n 都在",
    points=2,
)
def test_first_step(submission, reference, rng):
    for n, d, lr in [(5, 3, 0.1), (8, 2, 0.35)]:
        compare(submission, reference, *problem(rng, n, d), lr, 1)


@check(
    "takes every step from where the last one ended, w and b together",
    zh="每一步都从上一步的终点出发，w 和 b 同时更新",
    points=3,
)
def test_several_steps(submission, reference, rng):
    for n, d, lr, steps in [(7, 3, 0.1, 2), (6, 2, 0.15, 5), (9, 4, 0.05, 12)]:
        compare(submission, reference, *problem(rng, n, d), lr, steps)


@check("ends at the best line when the steps are many", zh="步数足够多时，到达最佳直线", points=1)
def test_converges(submission, rng):
    n, d = 9, 3
    basis = np.linalg.qr(np.column_stack([np.ones(n), rng.normal(size=(n, d))]))[0]
    x, y = np.sqrt(n) * basis[:, 1:], rng.normal(size=n) + 1.5  # columns of mean 0 and variance 1
    w, b = unpack(submission.fit_linear(x, y, 0.4, 60), "w", "b")
    close(w, x.T @ y / n, "w")
    close(b, y.mean(), "b")


@check("holds for no step, one sample and one input", zh="零步、只有一个样本、只有一个输入时都成立", points=1)
def test_small(submission, reference, rng):
    compare(submission, reference, *problem(rng, 4, 3), 0.2, 0)
    compare(submission, reference, *problem(rng, 1, 3), 0.1, 3)
    compare(submission, reference, *problem(rng, 5, 1), 0.1, 3)
    compare(submission, reference, *problem(rng, 1, 1), 0.1, 2)


@check(
    "computes integers as float64, keeps float32, takes strided arrays",
    zh="整数按 float64 计算，float32 保持不变，内存不连续也成立",
    points=1,
)
def test_dtypes(submission, reference, rng):
    x, y = problem(rng, 6, 4)
    whole = np.rint(3 * x).astype(np.int64), np.rint(3 * y).astype(np.int64)
    compare(submission, reference, *whole, 0.02, 3)
    compare(submission, reference, whole[0], y, 0.02, 3)
    compare(submission, reference, *whole, 0.02, 0)
    compare(submission, reference, np.asfortranarray(x), np.repeat(y, 2)[::2], 0.1, 3)
    # a Python float does not show its float32 origin
    compare(submission, reference, x.astype(np.float32), y.astype(np.float32), 0.1, 3, rtol=1e-5, atol=1e-5)
