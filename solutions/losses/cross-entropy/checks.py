"""Hidden checks of cross_entropy."""

import numpy as np

from grader.checks import check, close


def batch(rng, n, k):
    """One-hot labels and probabilities; the largest probability is often that of another class."""
    p = rng.uniform(0.1, 1, size=(n, k))
    return np.eye(k)[rng.integers(0, k, size=n)], p / p.sum(axis=1, keepdims=True)


@check(
    "sums over the classes and averages over the samples",
    zh="对类别求和，对样本取平均",
    points=3,
)
def test_values(submission, reference, rng):
    for n, k in [(5, 3), (3, 4), (7, 2)]:
        y, p = batch(rng, n, k)
        close(submission.cross_entropy(y, p), reference.losses.cross_entropy(y, p))


@check(
    "stays finite where probabilities are exactly 0 or 1, right or wrong",
    zh="概率恰好为 0 或 1 时，无论预测对错，结果都有限",
    points=2,
)
def test_saturated(submission, reference, rng):
    for truth, predicted in [([0, 1, 2, 3], [2, 1, 2, 0]), ([3, 1, 0], [3, 0, 0])]:
        columns = rng.permutation(4)
        y, p = np.eye(4)[truth][:, columns], np.eye(4)[predicted][:, columns]
        close(submission.cross_entropy(y, p), reference.losses.cross_entropy(y, p))


@check(
    "clips to the given eps at both ends and does not divide rows by their sums",
    zh="按给定的 eps 在两端截断，不对各行归一化",
    points=1,
)
def test_eps(submission, reference, rng):
    y = np.eye(3)[[0, 2, 1, 1]]
    p = np.array([[0.03, 0.9, 0.07], [0.01, 0.01, 0.98], [0.2, 0.5, 0.3], [0.5, 0.01, 0.49]])
    p = p + rng.uniform(0, 0.01, size=(4, 3))
    close(submission.cross_entropy(y, p, eps=0.1), reference.losses.cross_entropy(y, p, eps=0.1))
    close(submission.cross_entropy(y, p, 0.2), reference.losses.cross_entropy(y, p, 0.2))
    scores = rng.uniform(0.05, 0.6, size=(4, 3))
    close(submission.cross_entropy(y, scores), reference.losses.cross_entropy(y, scores))


@check(
    "holds for a batch of one, integers, bytes, float32 and strided arrays",
    zh="批次只有一个样本、整数、uint8、float32、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    one, integers, small = batch(rng, 1, 4), batch(rng, 4, 3), batch(rng, 2, 5)
    integers, small = (integers[0].astype(np.int64), integers[1]), (small[0].astype(np.uint8), small[1])
    both = np.eye(3, dtype=np.int64)[[1, 0, 2, 1]], np.eye(3, dtype=np.int64)[[1, 2, 0, 0]]
    wide, r = batch(rng, 3, 4)
    strided = np.asfortranarray(wide), np.repeat(r, 2, axis=1)[:, ::2]
    for y, p in [one, integers, both, small, strided]:
        close(submission.cross_entropy(y, p), reference.losses.cross_entropy(y, p))
    y, p = (a.astype(np.float32) for a in batch(rng, 5, 2))
    expected = reference.losses.cross_entropy(y, p)
    close(submission.cross_entropy(y, p), expected, rtol=1e-5)  # a Python float hides its float32 origin
