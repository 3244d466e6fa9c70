"""Hidden checks of softmax_cross_entropy_grad."""

import numpy as np

from grader.checks import check, close, gradcheck


def batch(rng, n, k):
    """Labels and logits; the first two samples are of different classes."""
    labels = np.concatenate([[1, 0], rng.integers(0, k, size=n)])[:n]
    return labels, 1.5 * rng.normal(size=(n, k)) + 1


def compare(submission, reference, labels, logits):
    expected = reference.losses.softmax_cross_entropy_grad(labels, logits)
    close(submission.softmax_cross_entropy_grad(labels, logits), expected)


@check(
    "is softmax minus one-hot, divided by the number of samples",
    zh="等于 softmax 减去 one-hot，再除以样本数",
    points=4,
)
def test_values(submission, reference, rng):
    for n, k in [(5, 3), (3, 4), (7, 2), (2, 12)]:
        compare(submission, reference, *batch(rng, n, k))


@check(
    "is the slope of the mean loss: a numerical gradient agrees", zh="确实是平均损失的斜率，与数值梯度一致", points=2
)
def test_slope(submission, reference, rng):
    labels, logits = batch(rng, 3, 5)
    gradient = submission.softmax_cross_entropy_grad(labels, logits)
    gradcheck(gradient, lambda z: reference.losses.sparse_cross_entropy(labels, z), logits)


@check(
    "holds at logits of ±1000, also where large and small rows share a batch",
    zh="logit 为 ±1000 时仍然成立，即使同一批里既有很大的行也有很小的行",
    points=2,
)
def test_extreme_logits(submission, reference, rng):
    labels, logits = batch(rng, 5, 3)
    logits = np.round(logits * 64) / 64  # float32 holds these beside 1000
    for offsets in [(-990, -950, -800, -900, -980), (950, 990, 800, 720, 900), (990, -990, 0, 700, -800)]:
        compare(submission, reference, labels, logits + np.array(offsets, dtype=float)[:, None])
    sure = np.array([[1000.0, -1000.0, 0.0, 3.0], [-1000.0, 1000.0, -1000.0, 1000.0], [1000.0, 0.0, 2.0, 1.0]])
    compare(submission, reference, np.array([1, 3, 0]), sure)


@check(
    "computes integers as float64 and keeps float32",
    zh="整数按 float64 计算，float32 保持不变",
    points=1,
)
def test_dtypes(submission, reference, rng):
    labels, logits = batch(rng, 4, 3)
    compare(submission, reference, labels, rng.integers(-5, 6, size=(4, 3)))
    compare(submission, reference, labels, logits.astype(np.float32))


@check(
    "holds for a batch of one, a single class, other label dtypes and strided arrays",
    zh="批次只有一个样本、只有一个类别、其他整数类型的标签、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    labels, logits = batch(rng, 4, 3)
    strided = np.repeat(labels, 2)[::2], np.repeat(logits, 2, axis=1)[:, ::2]
    single_class = np.zeros(3, dtype=int), rng.normal(size=(3, 1))
    small = labels.astype(np.uint8), np.asfortranarray(logits)
    for c, z in [batch(rng, 1, 4), small, strided, single_class]:
        compare(submission, reference, c, z)
