"""Hidden checks of confusion_matrix."""

import numpy as np

from grader.checks import array, check, close


def same(submission, reference, labels, predictions, n_classes):
    """Hold that the counts are those of the reference; their dtype is left open."""
    answer = submission.confusion_matrix(labels, predictions, n_classes)
    expected = reference.metrics.confusion_matrix(labels, predictions, n_classes)
    close(array(answer, "counts", shape=expected.shape).astype(float), expected.astype(float), "counts")


@check(
    "counts every pair of true class (row) and predicted class (column)",
    zh="统计每一对真实类别（行）与预测类别（列）出现的次数",
    points=2,
)
def test_values(submission, reference, rng):
    for n, k in [(17, 3), (30, 5), (9, 4), (25, 12)]:
        labels = rng.integers(0, k, size=n)
        # class 0 is taken for 1 more often than 1 for 0
        labels[:4], predictions = 0, np.where(rng.random(n) < 0.5, labels, rng.integers(0, k, size=n))
        predictions[:4] = [1, 1, 1, k - 1]
        same(submission, reference, labels, predictions, k)


@check(
    "has all n_classes rows and columns, also where classes are missing",
    zh="即使缺少某些类别，也有 n_classes 行和 n_classes 列",
    points=2,
)
def test_missing_classes(submission, reference, rng):
    for used, guessed, k in [((1, 3), (3, 4), 7), ((2, 4), (4, 0, 2), 5), ((0, 1), (1,), 3), ((2,), (0, 1), 3)]:
        same(submission, reference, rng.choice(used, size=9), np.resize(guessed, 9), k)


@check(
    "holds for bytes: more than 255 samples in a cell, more than 255 cells",
    zh="uint8 输入同样成立：一个格子里超过 255 个样本，格子总数超过 255",
    points=1,
)
def test_bytes(submission, reference, rng):
    labels = np.array([1] * 330 + [0] * 20 + [2] * 7, dtype=np.uint8)
    same(submission, reference, labels, np.where(rng.random(357) < 0.95, labels, 0).astype(np.uint8), 3)
    wide = rng.integers(0, 40, size=(2, 35), dtype=np.uint8)
    same(submission, reference, wide[0], wide[1], 40)


@check(
    "holds for one sample, a single class and strided arrays",
    zh="只有一个样本、只有一个类别、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    same(submission, reference, np.array([2]), np.array([1]), 4)
    same(submission, reference, np.zeros(5, dtype=int), np.zeros(5, dtype=int), 1)
    pairs = rng.integers(0, 3, size=(10, 2)).astype(np.int32)
    same(submission, reference, pairs[:, 0], pairs[:, 1], 3)
