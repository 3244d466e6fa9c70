"""Public checks of k_fold: the statement's example, and folds of equal size."""

import numpy as np

from grader.checks import check, close, unpack


def compare(answer, folds):
    """Hold that the answer has these validation parts, and all the rest for training."""
    n = sum(len(fold) for fold in folds)
    pairs = unpack(answer, *(f"fold {i}" for i in range(len(folds))))
    for pair, fold in zip(pairs, folds):
        train_idx, val_idx = unpack(pair, "train_idx", "val_idx")
        close(val_idx, np.array(fold), what="val_idx")
        close(train_idx, np.array([i for i in range(n) if i not in fold]), what="train_idx")


@check("gives the three rounds of the worked example", zh="算对题目例子中的三轮", points=1)
def test_worked_example(submission):
    compare(submission.k_fold(7, 3), [[0, 1, 2], [3, 4], [5, 6]])


@check("makes folds of equal size where n is a multiple of k", zh="n 是 k 的倍数时各折大小相等", points=1)
def test_equal_folds(submission):
    compare(submission.k_fold(6, 2), [[0, 1, 2], [3, 4, 5]])
