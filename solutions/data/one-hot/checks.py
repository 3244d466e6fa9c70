"""Hidden checks of one_hot."""

import numpy as np

from grader.checks import check, close


def same(submission, reference, labels, n_classes):
    """Hold that the labels are encoded as in the reference."""
    close(submission.one_hot(labels, n_classes), reference.data.one_hot(labels, n_classes))


@check("is 1 in the column of each label and 0 elsewhere", zh="每一行只在标签所在的列为 1，其余为 0", points=2)
def test_values(submission, reference, rng):
    for n, k in [(7, 4), (3, 6), (13, 5), (4, 12)]:
        same(submission, reference, np.concatenate([[k - 1, 0], rng.integers(0, k, size=n)])[:n], k)


@check(
    "has n_classes columns in the order of the classes, also where classes are missing",
    zh="即使缺少某些类别，也有 n_classes 列，并按类别编号排列",
    points=2,
)
def test_missing_classes(submission, reference, rng):
    for used, k in [((3, 1), 7), ((4, 0, 2), 5), ((5, 3, 4), 6)]:
        same(submission, reference, np.concatenate([used, rng.choice(used, size=5)]), k)


@check(
    "holds for one label, a single class, uint8 and strided labels",
    zh="只有一个标签、只有一个类别、标签为 uint8、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    same(submission, reference, np.array([2]), 3)
    same(submission, reference, np.zeros(4, dtype=int), 1)
    same(submission, reference, np.array([200, 255, 17], dtype=np.uint8), 256)
    same(submission, reference, rng.integers(0, 6, size=8).astype(np.int32)[::2], 6)
