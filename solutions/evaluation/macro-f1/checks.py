"""Hidden checks of macro_f1 and micro_f1."""

import numpy as np

from grader.checks import check, close

SIZES = [(23, 3), (40, 5), (31, 2)]


def samples(rng, n, n_classes, right=0.5):
    """Labels of which early classes are frequent, each at least once, and predictions of which some are right."""
    weights = 0.55 ** np.arange(n_classes)
    labels = rng.choice(n_classes, size=n, p=weights / weights.sum())
    labels[:n_classes] = np.arange(n_classes)
    predictions = np.where(rng.uniform(size=n) < right, labels, rng.integers(0, n_classes, size=n))
    predictions[:n_classes] = np.arange(n_classes)[::-1]
    order = rng.permutation(n)
    return labels[order], predictions[order]


def same(submission, reference, labels, predictions, n_classes):
    """Hold both averages."""
    close(
        submission.macro_f1(labels, predictions, n_classes), reference.metrics.macro_f1(labels, predictions, n_classes)
    )
    close(
        submission.micro_f1(labels, predictions, n_classes), reference.metrics.micro_f1(labels, predictions, n_classes)
    )


@check("macro is the mean of the classes' F1", zh="宏平均是各类 F1 的平均", points=3)
def test_macro(submission, reference, rng):
    for n, n_classes in SIZES:
        labels, predictions = samples(rng, n, n_classes)
        expected = reference.metrics.macro_f1(labels, predictions, n_classes)
        close(submission.macro_f1(labels, predictions, n_classes), expected, "macro")


@check(
    "macro counts every class, also one that is never a label, never predicted, or neither",
    zh="宏平均计入所有类别，包括从未作为标签、从未被预测、或两者都没有的类别",
    points=3,
)
def test_missing_classes(submission, reference, rng):
    for n, n_classes, unlabelled, unpredicted in [(30, 4, 1, 3), (25, 5, 2, 2), (28, 6, 5, 0), (19, 3, 2, 2)]:
        labels, predictions = samples(rng, n, n_classes, right=0.7)
        labels[labels == unlabelled] = 1 - min(unlabelled, 1)
        predictions[predictions == unpredicted] = 1 - min(unpredicted, 1)
        expected = reference.metrics.macro_f1(labels, predictions, n_classes)
        close(submission.macro_f1(labels, predictions, n_classes), expected, "macro")


@check("micro adds up the counts of all classes before it divides", zh="微平均先把各类的计数加起来，再相除", points=2)
def test_micro(submission, reference, rng):
    for n, n_classes in [*SIZES, (17, 6)]:
        labels, predictions = samples(rng, n, n_classes, right=0.6)
        labels[labels == 1], predictions[predictions == n_classes - 1] = 0, 0
        expected = reference.metrics.micro_f1(labels, predictions, n_classes)
        close(submission.micro_f1(labels, predictions, n_classes), expected, "micro")


@check(
    "holds for one sample, one class, no hit, many classes in bytes and strided arrays",
    zh="只有一个样本、只有一个类别、一个也没有命中、用 uint8 存放的很多类别、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    for label, prediction, n_classes in [(2, 2, 3), (1, 0, 4), (0, 0, 1)]:
        same(submission, reference, np.array([label]), np.array([prediction]), n_classes)
    labels = rng.integers(0, 4, size=13)
    same(submission, reference, labels, (labels + rng.integers(1, 4, size=13)) % 4, 4)
    labels, predictions = samples(rng, 90, 23, right=0.8)
    same(submission, reference, labels.astype(np.uint8), predictions.astype(np.uint8), 23)
    labels, predictions = samples(rng, 34, 3)
    same(submission, reference, labels[::2], predictions[::-2], 3)
