"""Hidden checks of bce_from_logits."""

import numpy as np

from grader.checks import check, close


def labels(rng, shape):
    """Zeros and ones in random order, more ones than zeros, so that exchanging them shows."""
    size = int(np.prod(shape))
    return rng.permutation(np.arange(size) % 3 > 0).reshape(shape).astype(np.float64)


@check(
    "is the mean cross-entropy of sigmoid(z) over all elements",
    zh="等于 sigmoid(z) 的交叉熵对所有元素的平均",
    points=3,
)
def test_values(submission, reference, rng):
    for shape in [(5,), (4, 3), (2, 3, 4)]:
        y, z = labels(rng, shape), 3 * rng.normal(size=shape) - 1
        close(submission.bce_from_logits(y, z), reference.losses.bce_from_logits(y, z))


@check(
    "is exact at ±1000 for both labels, without overflow",
    zh="logit 为 ±1000 时，对两种标签都精确且不溢出",
    points=3,
)
def test_extreme_logits(submission, reference, rng):
    for y, z in [
        ((1, 0, 1, 0, 1), (1000, 1000, -1000, -1000, -750)),
        ((0, 1, 0), (1000, 1000, 2)),
        ((1, 0, 1), (-1000, -1000, -2)),
    ]:
        order = rng.permutation(len(y))
        y, z = np.array(y, dtype=float)[order], np.array(z, dtype=float)[order]
        close(submission.bce_from_logits(y, z), reference.losses.bce_from_logits(y, z))


@check(
    "goes on growing where a prediction is sure and wrong, instead of levelling off",
    zh="自信却答错时，损失继续增长，不会封顶",
    points=2,
)
def test_keeps_growing(submission, reference, rng):
    for size in (20.0, 45.0, 300.0):
        y = labels(rng, (3, 2))
        z = np.where(y == 1, -1, 1) * rng.uniform(0.9, 1.1, size=(3, 2)) * size
        close(submission.bce_from_logits(y, z), reference.losses.bce_from_logits(y, z))


@check(
    "holds for one element, integers, bytes, float32 and strided arrays",
    zh="单个元素、整数、uint8、float32、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    one = np.array([[1.0]]), rng.uniform(-2, 2, size=(1, 1))
    integers = labels(rng, (4, 3)).astype(np.int64), rng.integers(-5, 6, size=(4, 3))
    small = labels(rng, (5,)).astype(np.uint8), rng.uniform(-4, 4, size=(5,))
    strided = labels(rng, (3, 8))[:, ::2], np.asfortranarray(rng.normal(size=(3, 4)))
    for y, z in [one, integers, small, strided]:
        close(submission.bce_from_logits(y, z), reference.losses.bce_from_logits(y, z))
    y, z = labels(rng, (2, 5)).astype(np.float32), rng.normal(size=(2, 5)).astype(np.float32)
    z[:, 0] = 200, -200  # exp overflows in float32 beyond 88
    expected = reference.losses.bce_from_logits(y, z)
    close(submission.bce_from_logits(y, z), expected, rtol=1e-5)  # a Python float hides its float32 origin
