"""Hidden checks of accuracy."""

import numpy as np

from grader.checks import check, close


def same(submission, reference, labels, scores):
    """Hold that the share is that of the reference."""
    close(submission.accuracy(labels, scores), reference.metrics.accuracy(labels, scores))


def scored(rng, labels, right, k):
    """Normal scores, the largest in the place of the label for `right` samples and in another one for the rest."""
    n = len(labels)
    scores = rng.normal(size=(n, k))
    predictions = labels.copy()
    wrong = rng.permutation(n)[right:]
    predictions[wrong] = (labels[wrong] + rng.integers(1, k, size=len(wrong))) % k
    scores[np.arange(n), predictions] = scores.max(axis=1) + rng.uniform(0.1, 0.3, size=n)
    return scores


@check(
    "is the share of rows whose largest score is that of the label",
    zh="等于最高得分正好落在标签上的那些行所占的比例",
    points=2,
)
def test_scores(submission, reference, rng):
    for n, k, right in [
        (11, 4, 7),
        (7, 5, 2),
        (5, 12, 4),
        (13, 2, 8),
        (6, 6, 3),
    ]:  # six of six: argmax over the samples fits as well
        labels = rng.permutation(np.arange(n) % k)
        same(submission, reference, labels, scored(rng, labels, right, k))


@check("is the share of predicted classes that equal the label", zh="等于预测类别与标签相同的比例", points=2)
def test_classes(submission, reference, rng):
    for n, k, right in [(7, 3, 5), (11, 6, 3), (9, 2, 8), (6, 4, 0), (5, 3, 5)]:
        labels = rng.permutation(np.arange(n) % k)
        same(submission, reference, labels, scored(rng, labels, right, k).argmax(axis=1))


@check(
    "looks only at which score is largest: logits, all below 0, ±1000, integers",
    zh="只看哪个得分最高：logit、全为负数、±1000、整数都一样",
    points=1,
)
def test_any_scores(submission, reference, rng):
    labels = rng.permutation(np.arange(10) % 3)
    logits = scored(rng, labels, 7, 3)
    same(submission, reference, labels, logits - 9)
    same(submission, reference, labels, 1000 * np.sign(logits) + logits)
    two = rng.permutation(np.arange(9) % 2)
    same(submission, reference, two, 0.1 * scored(rng, two, 6, 2))
    same(submission, reference, two, 40 + 5 * scored(rng, two, 2, 2))
    same(submission, reference, labels, np.argsort(scored(rng, labels, 4, 3), axis=1).argsort(axis=1) - 2)


@check(
    "holds for one sample, a single class, bytes, float32 and strided arrays",
    zh="只有一个样本、只有一个类别、uint8、float32、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    same(submission, reference, np.array([2]), np.array([[0.1, 0.3, 0.6, 0.2]]))
    same(submission, reference, np.array([1]), np.array([[0.7, 0.2, 0.1]]))
    same(submission, reference, np.array([3]), np.array([3]))
    same(submission, reference, np.zeros(4, dtype=int), rng.normal(size=(4, 1)))
    labels = np.array([0, 3, 1, 2, 3, 0, 200], dtype=np.uint8)
    same(submission, reference, labels, np.array([1, 3, 0, 2, 0, 0, 200], dtype=np.uint8))
    labels = rng.permutation(np.arange(8) % 5)
    scores = scored(rng, labels, 5, 5)
    same(submission, reference, labels, scores.astype(np.float32))
    same(submission, reference, np.repeat(labels, 2)[::2], np.repeat(scores, 2, axis=1)[:, ::2])
    same(submission, reference, labels.astype(np.int32), np.asfortranarray(scores))
