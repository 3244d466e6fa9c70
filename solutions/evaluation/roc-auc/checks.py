"""Hidden checks of roc_auc."""

import numpy as np

from grader.checks import check, close


def samples(rng, positives, negatives, shift=0.6):
    """Labels in random order, and scores without ties that know something of them; the lowest is a positive's."""
    labels = rng.permutation(np.repeat([1, 0], [positives, negatives]))
    scores = rng.normal(size=len(labels)) + shift * labels
    scores[np.argmax(labels)] = scores.min() - rng.uniform(0.1, 1)
    return labels, scores


def same(submission, reference, labels, scores):
    """Hold the area, computed by the reference from the same arrays."""
    close(submission.roc_auc(labels, scores), reference.metrics.roc_auc(labels, scores))


@check(
    "is the share of the pairs in the right order, among all P·N of them",
    zh="等于排对的样本对在全部 P·N 对中所占的比例",
    points=4,
)
def test_without_ties(submission, reference, rng):
    for positives, negatives, shift in [(9, 4, 0.6), (5, 17, 0.9), (31, 22, -0.4)]:
        same(submission, reference, *samples(rng, positives, negatives, shift))


@check(
    "counts a pair with equal scores half, in whatever order the samples come",
    zh="分数相同的一对只算一半，且与样本的先后次序无关",
    points=4,
)
def test_ties(submission, reference, rng):
    for positives, negatives, levels in [(8, 5, 3), (6, 15, 2), (14, 11, 6)]:
        labels, _ = samples(rng, positives, negatives)
        scores = (rng.integers(0, levels, size=len(labels)) + labels * rng.integers(0, 2, size=len(labels))) / 4
        same(submission, reference, labels, scores)
        for order in (np.argsort(labels, kind="stable"), np.argsort(-labels, kind="stable")):
            same(submission, reference, labels[order], scores[order])
    for labels in (np.repeat([1, 0], [7, 3]), np.repeat([0, 1], [2, 6])):
        same(submission, reference, labels, np.full(len(labels), rng.normal()))


@check(
    "depends on the order of the scores alone: tiny, huge, negative, and closely spaced ones",
    zh="只取决于分数的顺序：分数极小、极大、为负、彼此非常接近时都一样",
    points=3,
)
def test_order_alone(submission, reference, rng):
    labels, scores = samples(rng, 12, 7)
    expected = reference.metrics.roc_auc(labels, scores)
    for changed in (1e-10 * scores, 1000 * scores, scores - 50, 0.7 + 1e-9 * scores, np.exp(3 * scores), 1e12 * scores):
        close(submission.roc_auc(labels, changed), expected)


@check(
    "holds for one sample of each class, one against many, bytes, integers, float32 and strided arrays",
    zh="每类只有一个样本、一个对多个、uint8、整数、float32、内存不连续时都成立",
    points=3,
)
def test_edges(submission, reference, rng):
    for pair in ([2.0, 1.0], [1.0, 2.0], [1.5, 1.5]):
        same(submission, reference, np.array([1, 0]), np.array(pair))
    for positives, negatives in [(1, 9), (8, 1)]:
        labels, scores = samples(rng, positives, negatives)
        same(submission, reference, labels, rng.permutation(scores))
    labels, scores = samples(rng, 13, 18)
    same(submission, reference, labels.astype(np.uint8), np.clip(128 + 60 * scores, 0, 255).astype(np.uint8))
    same(submission, reference, labels, np.round(3 * scores).astype(np.int64))
    same(submission, reference, labels, np.round(2 * scores, 1).astype(np.float32))
    same(submission, reference, labels[::2], scores[::-2])
