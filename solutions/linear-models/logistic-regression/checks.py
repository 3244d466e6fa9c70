"""Hidden checks of fit_logistic and predict_proba."""

import numpy as np

from grader.checks import check, close, unpack


def problem(rng, n, d):
    """Inputs whose means are not 0, and noisy classes, more ones than zeros and both present."""
    x = 1.5 * rng.normal(size=(n, d)) + 0.7
    score = x @ rng.uniform(0.5, 2, size=d) + rng.normal(size=n)
    return x, (score > np.sort(score)[n // 3]).astype(np.float64)


def compare(submission, reference, x, y, lr, steps, **tolerance):
    w, b = unpack(submission.fit_logistic(x, y, lr, steps), "w", "b")
    right_w, right_b = reference.logistic_regression.fit_logistic(x, y, lr, steps)
    close(w, right_w, "w", **tolerance)
    close(b, right_b, "b", **tolerance)


def compare_probabilities(submission, reference, x, w, b):
    expected = reference.logistic_regression.predict_proba(x, w, b)
    close(submission.predict_proba(x, w, b), expected, "p")


@check(
    "predicts the probability of class 1: the sigmoid of x @ w + b",
    zh="预测第 1 类的概率：x @ w + b 的 sigmoid",
    points=2,
)
def test_probabilities(submission, reference, rng):
    for n, d in [(5, 3), (3, 4), (1, 2), (4, 1)]:
        compare_probabilities(submission, reference, rng.normal(size=(n, d)), rng.normal(size=d), rng.uniform(0.5, 1.5))
    half = submission.predict_proba(rng.normal(size=(3, 2)), np.zeros(2), 0)
    close(half, np.full(3, 0.5), "p")


@check(
    "takes the first step along the gradient of the mean cross-entropy",
    zh="第一步沿平均交叉熵的梯度走",
    points=2,
)
def test_first_step(submission, reference, rng):
    for n, d, lr in [(6, 3, 0.5), (9, 2, 1.2)]:
        compare(submission, reference, *problem(rng, n, d), lr, 1)


@check(
    "takes every step from where the last one ended, w and b together",
    zh="每一步都从上一步的终点出发，w 和 b 同时更新",
    points=3,
)
def test_several_steps(submission, reference, rng):
    for n, d, lr, steps in [(7, 3, 0.8, 2), (6, 2, 0.5, 6), (11, 4, 0.3, 15)]:
        compare(submission, reference, *problem(rng, n, d), lr, steps)


@check("does not overflow where logits reach ±1000", zh="logit 达到 ±1000 时不溢出", points=2)
def test_large_logits(submission, reference, rng):
    x = np.array([[500.0, 0.0], [-500.0, 0.0], [0.0, 400.0], [0.0, -400.0], [0.5, 0.25]])
    compare_probabilities(submission, reference, x, np.array([2.0, -2.0]), 0.25)
    compare_probabilities(submission, reference, x.astype(np.float32), np.array([1.0, 0.5], dtype=np.float32), 0.5)
    large = (
        rng.uniform(36, 40, size=(6, 1)) * np.array([[1.0, -0.5, 0.2]]) * np.array([[1], [-1], [1], [1], [-1], [-1]])
    )
    y = np.array([1.0, 0.0, 1.0, 0.0, 0.0, 1.0])  # two of them on the wrong side: certain, and not learnable
    compare(submission, reference, large, y, 2.5, 3)


@check(
    "holds for no step, one sample, one input and a single class",
    zh="零步、单个样本、单个输入、只有一类时都成立",
    points=1,
)
def test_small(submission, reference, rng):
    x, y = problem(rng, 5, 3)
    compare(submission, reference, x, y, 0.5, 0)
    compare(submission, reference, x, 0 * y, 0.5, 3)
    compare(submission, reference, x[:1], np.array([1.0]), 0.5, 3)
    compare(submission, reference, x[:, :1], y, 0.5, 3)


@check(
    "computes integers as float64, keeps float32, takes classes of any dtype and strided arrays",
    zh="整数按 float64 计算，float32 保持不变，类别可为任何 dtype，内存不连续也成立",
    points=2,
)
def test_dtypes(submission, reference, rng):
    x, y = problem(rng, 6, 4)
    whole = np.rint(2 * x).astype(np.int64)
    compare(submission, reference, whole, y.astype(np.uint8), 0.2, 3)
    compare(submission, reference, whole, y, 0.2, 0)
    compare_probabilities(submission, reference, whole, np.array([1, -1, 0, 1]), 1)
    small = np.array([[100, -20], [-90, 10], [3, -4]], dtype=np.int8)  # the first logit does not fit into 8 bits
    compare_probabilities(submission, reference, small, np.array([2, 1], dtype=np.int8), 0.5)
    compare(submission, reference, np.asfortranarray(x), np.repeat(y, 2)[::2], 0.5, 3)
    single = x.astype(np.float32)
    # a Python float does not show its float32 origin
    compare(submission, reference, single, y.astype(np.int64), 0.5, 3, rtol=1e-5, atol=1e-5)
    compare_probabilities(submission, reference, single, np.full(4, 0.5, dtype=np.float32), -0.5)
