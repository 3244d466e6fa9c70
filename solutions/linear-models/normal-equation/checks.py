"""Hidden checks of solve_linear."""

import numpy as np

from grader.checks import array, check, close, number, unpack


def problem(rng, n, d, level=6.0):
    """Inputs and targets whose means are far from 0, so that the bias matters, and noise that no line hits."""
    x = rng.normal(size=(n, d)) + rng.uniform(1, 2, size=d)
    return x, x @ rng.uniform(1, 3, size=d) + level + rng.normal(size=n)


def compare(submission, reference, x, y, *l2, **tolerance):
    w, b = unpack(submission.solve_linear(x, y, *l2), "w", "b")
    right_w, right_b = reference.linear_regression.solve_linear(x, y, *l2)
    close(w, right_w, "w", **tolerance)
    close(b, right_b, "b", **tolerance)


def compare_predictions(submission, reference, x, y, *l2):
    """Where x has not full rank, all best answers predict the same."""
    w, b = unpack(submission.solve_linear(x, y, *l2), "w", "b")
    w, b = array(w, "w", shape=x.shape[1:]), number(b, "b")
    right_w, right_b = reference.linear_regression.solve_linear(x, y, *l2)
    with np.errstate(all="ignore"):
        predictions = x @ w.astype(np.float64) + b
    close(predictions, x @ right_w + right_b, "x @ w + b")


@check(
    "finds the best line, with a bias, by default without a penalty", zh="求出带偏置的最佳直线，默认没有惩罚", points=3
)
def test_least_squares(submission, reference, rng):
    for n, d in [(9, 3), (6, 2), (12, 4)]:
        compare(submission, reference, *problem(rng, n, d))


@check(
    "penalises the squared weights by l2, and not the bias",
    zh="以 l2 惩罚权重的平方，但不惩罚偏置",
    points=3,
)
def test_penalty(submission, reference, rng):
    for n, d, l2 in [(8, 3, 0.3), (6, 2, 5.0), (7, 4, 2.5)]:
        compare(submission, reference, *problem(rng, n, d), l2)
    x, y = problem(rng, 9, 3)
    w, b = unpack(submission.solve_linear(x, y, l2=1e9), "w", "b")
    close(array(w, "w", shape=(3,)).astype(float), np.zeros(3), "w", atol=1e-5)  # shrunk to almost nothing, ...
    close(b, y.mean(), "b", rtol=1e-5)  # ... and only the mean of y is left


@check(
    "answers where the columns depend on each other or the samples are too few",
    zh="各列线性相关或样本太少时也能给出答案",
    points=3,
)
def test_rank_deficient(submission, reference, rng):
    x, y = problem(rng, 7, 2)
    unused = np.column_stack([x[:, 0], np.zeros(7), x[:, 1]])
    twice = np.column_stack([x, x[:, 0]])
    constant = np.column_stack([np.full(7, 3.0), x])
    for dependent in (unused, twice, constant):
        compare_predictions(submission, reference, dependent, y)
    compare_predictions(submission, reference, *problem(rng, 3, 5))
    compare_predictions(submission, reference, *problem(rng, 1, 3))
    compare_predictions(submission, reference, *problem(rng, 3, 5), 0.7)


@check(
    "computes integers as float64, bytes included, and keeps float32",
    zh="整数（包括 int8）按 float64 计算，float32 保持不变",
    points=1,
)
def test_dtypes(submission, reference, rng):
    x, y = problem(rng, 8, 3)
    whole = [np.rint(10 * a).astype(np.int8) for a in (x, y)]
    compare(submission, reference, *whole)
    compare(submission, reference, *whole, 40)
    single = [a.astype(np.float32) for a in problem(rng, 10, 3, level=1.0)]
    compare(submission, reference, *single, 0.5, rtol=1e-3, atol=1e-3)  # x.T @ x squares the condition of x


@check(
    "holds for one input, a perfect fit and strided arrays", zh="只有一个输入、完全拟合、内存不连续时都成立", points=1
)
def test_edges(submission, reference, rng):
    compare(submission, reference, *problem(rng, 5, 1))
    x, _ = problem(rng, 7, 3)
    compare(submission, reference, x, x @ np.array([2.0, -1.0, 0.5]) - 3.0)
    x, y = problem(rng, 8, 3)
    compare(submission, reference, np.asfortranarray(x), np.repeat(y, 2)[::2], 1.5)
