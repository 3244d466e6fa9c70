"""Hidden checks of fit_softmax."""

import numpy as np

from grader.checks import check, close, unpack


def problem(rng, n, d, k):
    """Inputs whose means are not 0, and labels of unequal frequency; every class occurs if n >= k."""
    x = 1.5 * rng.normal(size=(n, d)) + 0.8
    labels = np.concatenate([np.arange(k)[:n], np.full(max(n - k, 0), k - 1)])
    return x, rng.permutation(labels)


def compare(submission, reference, x, labels, k, lr, steps):
    W, b = unpack(submission.fit_softmax(x, labels, k, lr, steps), "W", "b")
    right_W, right_b = reference.softmax_regression.fit_softmax(x, labels, k, lr, steps)
    close(W, right_W, "W")
    close(b, right_b, "b")


@check(
    "takes the first step along the gradient of the mean cross-entropy",
    zh="第一步沿平均交叉熵的梯度走",
    points=2,
)
def test_first_step(submission, reference, rng):
    for n, d, k, lr in [(7, 2, 4, 0.6), (5, 4, 3, 1.1)]:
        compare(submission, reference, *problem(rng, n, d, k), k, lr, 1)


@check(
    "takes every step from where the last one ended, W and b together",
    zh="每一步都从上一步的终点出发，W 和 b 同时更新",
    points=4,
)
def test_several_steps(submission, reference, rng):
    for n, d, k, lr, steps in [(7, 2, 4, 0.8, 2), (6, 4, 3, 0.5, 5), (11, 3, 5, 0.4, 12)]:
        compare(submission, reference, *problem(rng, n, d, k), k, lr, steps)


@check("has n_classes columns, whichever labels occur", zh="无论出现哪些标签，都有 n_classes 列", points=2)
def test_missing_classes(submission, reference, rng):
    x = rng.normal(size=(6, 3)) + 0.5
    compare(submission, reference, x, np.array([3, 1, 3, 1, 3, 1]), 5, 0.7, 3)
    compare(submission, reference, x, np.array([2, 2, 2, 2, 2, 2]), 4, 0.7, 2)
    compare(submission, reference, x[:, :2], np.array([1, 0, 1, 1, 0, 1]), 2, 0.7, 3)


@check(
    "does not overflow where logits reach ±1000, next to a row where they are small",
    zh="logit 达到 ±1000 时不溢出，哪怕另一行的 logit 很小",
    points=2,
)
def test_large_logits(submission, reference, rng):
    x = rng.uniform(0.9, 1.0, size=(5, 1)) * np.array(
        [[60.0, 3.0], [-60.0, 4.0], [55.0, -5.0], [0.3, 0.6], [-0.4, 0.5]]
    )
    compare(submission, reference, x, np.array([0, 2, 0, 1, 3]), 4, 0.8, 3)


@check("holds for no step, one sample and one input", zh="零步、只有一个样本、只有一个输入时都成立", points=1)
def test_small(submission, reference, rng):
    x, labels = problem(rng, 6, 4, 3)
    compare(submission, reference, x, labels, 3, 0.5, 0)
    compare(submission, reference, x[:1], labels[:1], 3, 0.5, 3)
    compare(submission, reference, x[:, :1], labels, 3, 0.5, 3)


@check(
    "computes integers as float64, keeps float32, takes labels of any integer dtype and strided arrays",
    zh="整数按 float64 计算，float32 保持不变，标签可为任何整数 dtype，内存不连续也成立",
    points=1,
)
def test_dtypes(submission, reference, rng):
    x, labels = problem(rng, 7, 4, 3)
    compare(submission, reference, np.rint(2 * x).astype(np.int64), labels.astype(np.uint8), 3, 0.2, 3)
    compare(submission, reference, np.rint(2 * x).astype(np.int64), labels, 3, 0.2, 0)
    compare(submission, reference, np.asfortranarray(x), np.repeat(labels, 2)[::2], 3, 0.5, 3)
    compare(submission, reference, x.astype(np.float32), labels.astype(np.int32), 3, 0.5, 3)
