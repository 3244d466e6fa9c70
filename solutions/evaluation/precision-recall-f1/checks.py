"""Hidden checks of precision_recall_f1."""

import numpy as np

from grader.checks import check, close, unpack

NAMES = ("precision", "recall", "f1")


def samples(rng, tp, fp, fn, tn, dtype=np.int64):
    """Labels and predictions with these counts, in random order."""
    labels = np.repeat([1, 0, 1, 0], [tp, fp, fn, tn])
    predictions = np.repeat([1, 1, 0, 0], [tp, fp, fn, tn])
    order = rng.permutation(len(labels))
    return labels[order].astype(dtype), predictions[order].astype(dtype)


def compare(submission, reference, labels, predictions, names=NAMES):
    """Hold those of the three numbers that are named."""
    parts = unpack(submission.precision_recall_f1(labels, predictions), *NAMES)
    for name, part, right in zip(NAMES, parts, reference.metrics.precision_recall_f1(labels, predictions)):
        if name in names:
            close(part, right, name)


@check(
    "divides the hits by the predicted positives for precision, by the actual ones for recall",
    zh="精确率是命中数除以预测为正的数目，召回率是除以真正为正的数目",
    points=3,
)
def test_precision_and_recall(submission, reference, rng):
    for counts in [(7, 3, 12, 20), (5, 14, 2, 9), (11, 6, 1, 2)]:
        tp, fp, fn, tn = counts + rng.integers(0, 2, size=4)
        compare(submission, reference, *samples(rng, tp, fp, fn, tn), NAMES[:2])


@check("F1 is the harmonic mean of the two", zh="F1 是两者的调和平均", points=2)
def test_f1(submission, reference, rng):
    for tp, fp, fn, tn in [(3, 13, 1, 8), (9, 1, 30, 4), (6, 2, 5, 0)]:
        compare(submission, reference, *samples(rng, tp, fp + rng.integers(0, 3), fn, tn))


@check(
    "gives 0.0 where nothing is predicted, where nothing is there to be found, and where nothing is hit",
    zh="没有预测为正、没有真正为正、或一个也没有命中时，得 0.0",
    points=2,
)
def test_undefined(submission, reference, rng):
    for tp, fp, fn, tn in [(0, 0, 4, 7), (0, 5, 0, 3), (0, 4, 3, 6), (0, 0, 0, 9)]:
        compare(submission, reference, *samples(rng, tp, fp, fn, tn))
    compare(submission, reference, *samples(rng, 2, 3, 4, 5))  # so that constants earn nothing


@check(
    "holds for one sample, many bytes, a single class, rare positives and strided arrays",
    zh="只有一个样本、大量 uint8、只有一个类别、正例极少、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    for tp, fp, fn in [(1, 0, 0), (0, 1, 0), (0, 0, 1), (6, 0, 3)]:
        compare(submission, reference, *samples(rng, tp, fp, fn, 0))
    compare(submission, reference, *samples(rng, 1, 2, 3, 500))
    compare(submission, reference, *samples(rng, 290, 20, 70, 40, np.uint8))
    labels, predictions = samples(rng, 9, 4, 6, 5)
    compare(submission, reference, labels[::2], predictions[::-2])
