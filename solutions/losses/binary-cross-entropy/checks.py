"""Hidden checks of binary_cross_entropy."""

import numpy as np

from grader.checks import check, close


def labels(rng, shape):
    """Zeros and ones in random order, more ones than zeros, so that exchanging them shows."""
    size = int(np.prod(shape))
    return rng.permutation(np.arange(size) % 3 > 0).reshape(shape).astype(np.float64)


@check(
    "averages minus the logarithm of the truth's probability over all elements",
    zh="对真实标签的概率取负对数，再对所有元素取平均",
    points=3,
)
def test_values(submission, reference, rng):
    for shape in [(5,), (4, 3), (2, 3, 4)]:
        y, p = labels(rng, shape), rng.uniform(0.05, 0.7, size=shape)
        close(submission.binary_cross_entropy(y, p), reference.losses.binary_cross_entropy(y, p))


@check(
    "stays finite where p is exactly 0 or 1, right or wrong",
    zh="p 恰好为 0 或 1 时，无论预测对错，结果都有限",
    points=2,
)
def test_saturated(submission, reference, rng, backend):
    for y, p in [((1, 1, 0, 1, 0), (0, 1, 0, 0.3, 0)), ((0, 1, 1, 0, 0), (1, 1, 0.4, 0, 1))]:
        order = rng.permutation(5)
        y, p = np.array(y, dtype=float)[order], np.array(p, dtype=float)[order]
        rtol = 0.02 if backend == "keras" and np.any((p == 1) & (y == 0)) else None  # 1 - 1e-7 in float32
        close(submission.binary_cross_entropy(y, p), reference.losses.binary_cross_entropy(y, p), rtol=rtol)


@check(
    "clips to the given eps at both ends and leaves what is inside alone",
    zh="按给定的 eps 在两端截断，区间内的值不变",
    points=1,
)
def test_eps(submission, reference, rng):
    y = np.array([0.0, 1.0, 1.0, 0.0, 1.0, 0.0, 1.0])
    p = np.array([0.99, 0.02, 0.98, 0.01, 0.5, 0.3, 0.07]) + rng.uniform(0, 0.005, size=7)
    expected = reference.losses.binary_cross_entropy(y, p, eps=0.1)
    close(submission.binary_cross_entropy(y, p, eps=0.1), expected)
    close(submission.binary_cross_entropy(y, p, 0.2), reference.losses.binary_cross_entropy(y, p, 0.2))
    close(submission.binary_cross_entropy(y, p), reference.losses.binary_cross_entropy(y, p))


@check(
    "holds for one element, integers, bytes, float32 and strided arrays",
    zh="单个元素、整数、uint8、float32、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    one = np.array([[1.0]]), rng.uniform(0.2, 0.8, size=(1, 1))
    integers = labels(rng, (4, 3)).astype(np.int64), rng.uniform(0.1, 0.9, size=(4, 3))
    both = np.array([1, 0, 1, 1, 0]), np.array([1, 0, 0, 0, 0])
    small = labels(rng, (5,)).astype(np.uint8), rng.uniform(0.1, 0.9, size=(5,))
    strided = labels(rng, (3, 8))[:, ::2], np.asfortranarray(rng.uniform(0.1, 0.9, size=(3, 4)))
    for y, p in [one, integers, both, small, strided]:
        close(submission.binary_cross_entropy(y, p), reference.losses.binary_cross_entropy(y, p))
    y, p = labels(rng, (2, 5)).astype(np.float32), rng.uniform(0.1, 0.9, size=(2, 5)).astype(np.float32)
    expected = reference.losses.binary_cross_entropy(y, p)
    close(submission.binary_cross_entropy(y, p), expected, rtol=1e-5)  # a Python float hides its float32 origin
