"""Hidden checks of standardise."""

import numpy as np

from grader.checks import check, close, unpack


def same(submission, reference, train, test):
    """Hold that both tables are those of the reference."""
    right_train, right_test = reference.data.standardise(train, test)
    got_train, got_test = unpack(submission.standardise(train, test), "train", "test")
    close(got_train, right_train, "train")
    close(got_test, right_test, "test")


def table(rng, n, d):
    """Columns of different means and scales."""
    return rng.uniform(0.5, 20, size=d) * rng.normal(size=(n, d)) + rng.uniform(5, 50, size=d)


@check(
    "takes mean and standard deviation of every column from train, and applies them to both",
    zh="每一列的均值和标准差都取自训练集，并用于两个数组",
    points=4,
)
def test_values(submission, reference, rng):
    for n, m, d in [(6, 4, 3), (3, 5, 2), (4, 7, 5)]:
        same(submission, reference, table(rng, n, d), 2 * table(rng, m, d) + 3)


@check(
    "gives 0 in columns that are constant in train, whatever test holds, and only there",
    zh="在训练集中为常数的列，无论测试集是什么都得 0；其他列不受影响",
    points=3,
)
def test_constant_columns(submission, reference, rng):
    train, test = table(rng, 7, 5), table(rng, 3, 5)
    train[:, 1] = 4.0
    train[:, 3] = 0.0
    test[:, 4] = 12.0  # constant in test only
    same(submission, reference, train, test)
    # 0.1 has no exact mean, so that the standard deviation of the column is not 0
    train, test = table(rng, 6, 3), table(rng, 4, 3)
    train[:, 2] = 0.1
    test[:, 2] = [0.1, 0.3, -2.0, 5.0]
    same(submission, reference, train, test)
    same(submission, reference, table(rng, 1, 3), table(rng, 2, 3))


@check(
    "is exact for columns that vary by very little, or lie far from 0",
    zh="变化极小或离 0 很远的列同样精确",
    points=2,
)
def test_scales(submission, reference, rng):
    train, test = rng.normal(size=(6, 4)), rng.normal(size=(3, 4))
    scale, offset = np.array([1e-12, 1.0, 1.0, 1e6]), np.array([0.0, 2e6, -5e6, 3e7])
    same(submission, reference, train * scale + offset, test * scale + offset)


@check(
    "holds for integers (bytes included), float32, one column, one test row and strided arrays",
    zh="整数（包括 uint8）、float32、只有一列、测试集只有一行、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    same(submission, reference, rng.integers(-9, 10, size=(5, 3)), rng.integers(-9, 10, size=(4, 3)))
    small = [rng.integers(0, 256, size=size, dtype=np.uint8) for size in [(6, 2), (3, 2)]]
    same(submission, reference, *small)
    single = [(3 * rng.normal(size=size) + 2).astype(np.float32) for size in [(7, 3), (2, 3)]]
    same(submission, reference, *single)
    same(submission, reference, table(rng, 4, 1), table(rng, 1, 1))
    same(submission, reference, table(rng, 4, 6)[:, ::2], np.asfortranarray(table(rng, 5, 3)))
