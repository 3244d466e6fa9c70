"""Hidden checks of sparse_cross_entropy."""

import numpy as np

from grader.checks import check, close


def batch(rng, n, k):
    """Labels and logits; the first two samples are of different classes."""
    labels = np.concatenate([[1, 0], rng.integers(0, k, size=n)])[:n]
    return labels, 2 * rng.normal(size=(n, k)) + 1


@check(
    "is minus the log-softmax of the true class, averaged over the samples",
    zh="取真实类别的 log-softmax，取负后对样本求平均",
    points=4,
)
def test_values(submission, reference, rng):
    for n, k in [(5, 3), (3, 4), (7, 2), (2, 12)]:
        labels, logits = batch(rng, n, k)
        expected = reference.losses.sparse_cross_entropy(labels, logits)
        close(submission.sparse_cross_entropy(labels, logits), expected)


@check(
    "is exact at logits of ±1000, also where large and small rows share a batch",
    zh="logit 为 ±1000 时仍然精确，即使同一批里既有很大的行也有很小的行",
    points=3,
)
def test_extreme_logits(submission, reference, rng, backend):
    labels, logits = batch(rng, 5, 3)
    logits = np.round(logits * 64) / 64  # float32 holds these beside 1000, but not their log-sum-exp
    rtol = 2e-4 if backend == "keras" else None
    for offsets in [(-990, -950, -800, -900, -980), (950, 990, 800, 720, 900), (990, -990, 0, 700, -800)]:
        shifted = logits + np.array(offsets, dtype=float)[:, None]
        expected = reference.losses.sparse_cross_entropy(labels, shifted)
        close(submission.sparse_cross_entropy(labels, shifted), expected, rtol=rtol)


@check(
    "goes on growing where a prediction is sure and wrong, instead of levelling off",
    zh="自信却答错时，损失继续增长，不会封顶",
    points=2,
)
def test_keeps_growing(submission, reference, rng):
    for size in (30.0, 300.0, 1000.0):
        labels = rng.integers(0, 4, size=3)
        logits = np.full((3, 4), -0.3 * size) + rng.uniform(0, 1, size=(3, 4))
        logits[np.arange(3), (labels + 1) % 4] = size
        logits[np.arange(3), labels] = [-size, -0.8 * size, 0.1 * size]
        expected = reference.losses.sparse_cross_entropy(labels, logits)
        close(submission.sparse_cross_entropy(labels, logits), expected)


@check(
    "holds for a batch of one, a single class, integer logits, other label dtypes, float32 and strided arrays",
    zh="批次只有一个样本、只有一个类别、整数 logit、其他整数类型的标签、float32、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    labels, logits = batch(rng, 4, 3)
    whole = labels.astype(np.int32), rng.integers(-5, 6, size=(4, 3))
    small = labels.astype(np.uint8), np.asfortranarray(logits)
    strided = np.repeat(labels, 2)[::2], np.repeat(logits, 2, axis=1)[:, ::2]
    single_class = np.zeros(3, dtype=int), rng.normal(size=(3, 1))
    for c, z in [batch(rng, 1, 4), whole, small, strided, single_class]:
        close(submission.sparse_cross_entropy(c, z), reference.losses.sparse_cross_entropy(c, z))
    z = logits.astype(np.float32)
    z[:, 0] += 200  # exp overflows in float32 beyond 88
    expected = reference.losses.sparse_cross_entropy(labels, z)
    close(submission.sparse_cross_entropy(labels, z), expected, rtol=1e-5)  # a Python float hides its float32 origin
