"""Wrong answers to standardise that people really give."""

import numpy as np

from grader.checks import misconception


def floats(*arrays):
    """The arrays in one float dtype, copied."""
    dtype = np.result_type(*arrays)
    return [a.astype(dtype if dtype.kind == "f" else np.float64) for a in arrays]


def scaled(x, mean, std, constant):
    """(x - mean) / std, 0 where the column is constant."""
    return np.where(constant, 0, (x - mean) / np.where(constant, 1, std)).astype(x.dtype)


def is_constant(x):
    return x.max(axis=0) == x.min(axis=0)


def with_statistics(train, test, mean, std):
    return tuple(scaled(x, mean, std, is_constant(train)) for x in (train, test))


@misconception(
    "constant-column-nan",
    entry="T01",
    en="Your constant columns are 0/0, which is NaN. They should be 0 in both results.",
    zh="你的常数列算成了 0/0，得到 NaN。两个结果中都应为 0。",
)
def standardise(train, test):
    train, test = floats(train, test)
    mean, std = train.mean(axis=0), train.std(axis=0)
    return (train - mean) / std, (test - mean) / std


@misconception(
    "standard-deviation-compared-with-0",
    entry="T01",
    en="You look for constant columns by std == 0. By rounding, the standard deviation of a column of 0.1s is tiny but "
    "not 0.",
    zh="你用 std == 0 判断常数列。由于舍入，一列 0.1 的标准差极小，却不是 0。",
)
def standardise(train, test):
    train, test = floats(train, test)
    mean, std = train.mean(axis=0), train.std(axis=0)
    return tuple(scaled(x, mean, std, std == 0) for x in (train, test))


@misconception(
    "small-spread-taken-for-constant",
    entry="",
    en="You treat a column with a small standard deviation as constant. A column is constant only if its maximum "
    "equals its minimum; the unit in which it is measured says nothing.",
    zh="你把标准差很小的列也当成了常数列。只有最大值等于最小值才是常数；数值小可能只是单位不同。",
)
def standardise(train, test):
    train, test = floats(train, test)
    mean, std = train.mean(axis=0), train.std(axis=0)
    return tuple(scaled(x, mean, std, std < 1e-6) for x in (train, test))


@misconception(
    "constant-column-divided-by-1",
    entry="T01",
    en="Your constant columns are divided by 1 (as scikit-learn does), so that in test the difference from train "
    "remains. Here they are 0 in both.",
    zh="你的常数列除以了 1（scikit-learn 的做法），于是测试集里还留着与训练集的差。本题要求两边都为 0。",
)
def standardise(train, test):
    train, test = floats(train, test)
    mean, std = train.mean(axis=0), train.std(axis=0)
    std[is_constant(train)] = 1
    return np.where(is_constant(train), 0, train - mean).astype(train.dtype) / std, (test - mean) / std


@misconception(
    "constant-where-test-is",
    entry="",
    en="You also set columns to 0 that are constant in test only. Whether a column is constant is decided by train.",
    zh="只在测试集中为常数的列，你也置成了 0。一列是否为常数，由训练集决定。",
)
def standardise(train, test):
    train, test = floats(train, test)
    mean, std = train.mean(axis=0), train.std(axis=0)
    return scaled(train, mean, std, is_constant(train)), scaled(test, mean, std, is_constant(train) | is_constant(test))


@misconception(
    "constant-column-kept",
    entry="T01",
    en="Your constant columns come back as they were. They should be 0 in both results.",
    zh="你的常数列原样返回了。两个结果中都应为 0。",
)
def standardise(train, test):
    train, test = floats(train, test)
    mean, std, constant = train.mean(axis=0), train.std(axis=0), is_constant(train)
    return tuple(np.where(constant, x, scaled(x, mean, std, constant)) for x in (train, test))


@misconception(
    "constant-column-dropped",
    entry="",
    en="Your results lack the constant columns. They stay, filled with 0.",
    zh="你把常数列删掉了。应保留这些列，填成 0。",
)
def standardise(train, test):
    train, test = floats(train, test)
    mean, std, varies = train.mean(axis=0), train.std(axis=0), ~is_constant(train)
    return tuple((x[:, varies] - mean[varies]) / std[varies] for x in (train, test))


@misconception(
    "small-number-in-the-denominator",
    entry="",
    en="A small number in your denominator keeps it from being 0. Constant columns of test become huge by it, and "
    "columns that vary by little come out too small.",
    zh="你在分母里加了一个很小的数来避免除以零。这样测试集的常数列会变得极大，变化很小的列又会偏小。",
)
def standardise(train, test):
    train, test = floats(train, test)
    mean, std = train.mean(axis=0), train.std(axis=0)
    return (train - mean) / (std + 1e-8), (test - mean) / (std + 1e-8)


@misconception(
    "test-by-its-own-statistics",
    entry="T04",
    en="You standardised test by its own mean and standard deviation. It takes those of train.",
    zh="你用测试集自己的均值和标准差做了标准化，应使用训练集的。",
)
def standardise(train, test):
    train, test = floats(train, test)
    return tuple(scaled(x, x.mean(axis=0), x.std(axis=0), is_constant(x)) for x in (train, test))


@misconception(
    "statistics-of-both",
    entry="E10",
    en="Your mean and standard deviation come from train and test together: the test data has leaked into them.",
    zh="你的均值和标准差是用训练集和测试集合起来算的：测试集的信息泄漏了。",
)
def standardise(train, test):
    train, test = floats(train, test)
    both = np.concatenate([train, test])
    return with_statistics(train, test, both.mean(axis=0), np.where(is_constant(both), 1, both.std(axis=0)))


@misconception(
    "test-mean-own",
    entry="T04",
    en="You subtracted from test its own mean, and divided by the standard deviation of train. Both come from train.",
    zh="测试集减去的是它自己的均值，除以的才是训练集的标准差。两者都应取自训练集。",
)
def standardise(train, test):
    train, test = floats(train, test)
    std, constant = train.std(axis=0), is_constant(train)
    return tuple(scaled(x, x.mean(axis=0), std, constant) for x in (train, test))


@misconception(
    "test-left-alone",
    entry="T04",
    en="You returned test as it was. The model was trained on standardised columns and needs them in the test, too.",
    zh="你把测试集原样返回了。模型是在标准化的列上训练的，测试时也要用同样处理过的数据。",
)
def standardise(train, test):
    train, test = floats(train, test)
    return scaled(train, train.mean(axis=0), train.std(axis=0), is_constant(train)), test


@misconception(
    "divisor-n-minus-1",
    entry="T03",
    en="Your standard deviation has the divisor n - 1. Here it is n.",
    zh="你的标准差除以的是 n - 1，本题除以 n。",
)
def standardise(train, test):
    train, test = floats(train, test)
    squares = ((train - train.mean(axis=0)) ** 2).sum(axis=0)
    return with_statistics(train, test, train.mean(axis=0), np.sqrt(squares / max(len(train) - 1, 1)))


@misconception(
    "divided-by-the-variance",
    entry="",
    en="You divided by the variance: the root is missing.",
    zh="你除以的是方差，没有开方。",
)
def standardise(train, test):
    train, test = floats(train, test)
    return with_statistics(train, test, train.mean(axis=0), train.var(axis=0))


@misconception(
    "only-centred",
    entry="",
    en="Your columns have mean 0 but their old spread: they were not divided by the standard deviation.",
    zh="你的各列均值为 0，但离散程度没有变：没有除以标准差。",
)
def standardise(train, test):
    train, test = floats(train, test)
    return with_statistics(train, test, train.mean(axis=0), np.ones_like(train[0]))


@misconception(
    "not-centred",
    entry="",
    en="You divided by the standard deviation, but did not subtract the mean.",
    zh="你除以了标准差，却没有减去均值。",
)
def standardise(train, test):
    train, test = floats(train, test)
    return with_statistics(train, test, np.zeros_like(train[0]), train.std(axis=0))


@misconception(
    "whole-table",
    entry="T02",
    en="You used one mean and one standard deviation for the whole table. Every column has its own.",
    zh="你对整张表只用了一个均值和一个标准差。每一列应各用各的。",
)
def standardise(train, test):
    train, test = floats(train, test)
    return with_statistics(train, test, train.mean(), train.std() if train.std() > 0 else 1)


@misconception(
    "row-by-row",
    entry="T02",
    en="You standardised every sample by itself: mean and standard deviation run along the row, not down the columns.",
    zh="你对每个样本单独做了标准化：均值和标准差是沿行算的，应当按列算。",
)
def standardise(train, test):
    train, test = floats(train, test)
    return tuple(scaled(x.T, x.mean(axis=1), x.std(axis=1), is_constant(x.T)).T for x in (train, test))


@misconception(
    "from-0-to-1",
    entry="T07",
    en="Your columns of train go from 0 to 1: this is min-max scaling. Standardising uses mean and standard deviation.",
    zh="你的训练集各列取值从 0 到 1：这是最小-最大缩放。标准化用的是均值和标准差。",
)
def standardise(train, test):
    train, test = floats(train, test)
    low, high = train.min(axis=0), train.max(axis=0)
    return with_statistics(train, test, low, high - low)


@misconception(
    "one-pass-variance",
    entry="",
    en="Your variance is the mean of the squares minus the square of the mean. Far from 0 these are two huge, nearly "
    "equal numbers, whose difference is only rounding error.",
    zh="你的方差等于平方的均值减去均值的平方。数据离 0 很远时，这是两个几乎相等的巨大的数，相减只剩舍入误差。",
)
def standardise(train, test):
    train, test = floats(train, test)
    mean = train.mean(axis=0)
    variance = (train**2).mean(axis=0) - mean**2
    return with_statistics(train, test, mean, np.sqrt(np.maximum(variance, 1e-300)))


@misconception(
    "results-swapped",
    entry="",
    en="You returned test first. The order is train, test.",
    zh="你先返回了测试集。顺序应为 train、test。",
)
def standardise(train, test):
    train, test = floats(train, test)
    return with_statistics(train, test, train.mean(axis=0), train.std(axis=0))[::-1]


@misconception(
    "train-alone",
    entry="",
    en="You returned the training data alone. The test data is asked for as well.",
    zh="你只返回了训练集。测试集也要返回。",
)
def standardise(train, test):
    train, test = floats(train, test)
    return with_statistics(train, test, train.mean(axis=0), train.std(axis=0))[0]


@misconception(
    "changes-in-place",
    entry="X02",
    en="You subtracted in the caller's arrays: `-=` changes them in place.",
    zh="你直接在调用者的数组里做了减法：`-=` 会原地修改数组。",
)
def standardise(train, test):
    mean, std, constant = train.mean(axis=0), train.std(axis=0), is_constant(train)
    for x in (train, test):
        x -= mean
    return tuple(scaled(x, 0, std, constant) for x in (train, test))


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your results have the integer dtype of what came in, so that their fractions are cut off.",
    zh="你的结果沿用了输入的整数 dtype，小数部分被截掉了。",
)
def standardise(train, test):
    x, y = floats(train, test)
    x, y = with_statistics(x, y, x.mean(axis=0), x.std(axis=0))
    return x.astype(train.dtype), y.astype(test.dtype)


@misconception(
    "becomes-float64",
    entry="",
    en="Your results are float64 for float32 input. They keep the dtype of the data.",
    zh="输入是 float32，你的结果却成了 float64。应保持数据的 dtype。",
)
def standardise(train, test):
    train, test = train.astype(float), test.astype(float)
    return with_statistics(train, test, train.mean(axis=0), train.std(axis=0))


@misconception(
    "computed-in-float32",
    entry="X16",
    en="Your results are float32 whatever came in. float64 and integers are computed in float64.",
    zh="无论输入是什么，你的结果都是 float32。float64 和整数都应按 float64 计算。",
)
def standardise(train, test):
    train, test = train.astype(np.float32), test.astype(np.float32)
    return with_statistics(train, test, train.mean(axis=0), train.std(axis=0))
