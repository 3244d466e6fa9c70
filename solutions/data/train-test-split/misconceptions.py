"""Wrong answers to train_test_split that people really give."""

import math
from fractions import Fraction

import numpy as np

from grader.checks import misconception


def parts(x, y, train, test):
    return x[train], x[test], y[train], y[test]


def size(x, test_fraction):
    return math.ceil(len(x) * test_fraction)


@misconception(
    "size-rounded-down",
    entry="T10",
    en="Your test set has one sample too few where n · test_fraction is not whole. It is the size of the test set that "
    "is rounded up, not that of the training set.",
    zh="n · test_fraction 不是整数时，你的测试集少了一个样本。应向上取整的是测试集的大小，而不是训练集的。",
)
def train_test_split(x, y, test_fraction, order):
    n_test = int(len(x) * test_fraction)
    return parts(x, y, order[n_test:], order[:n_test])


@misconception(
    "size-rounded-to-the-nearest",
    entry="T10",
    en="Your size is rounded to the nearest number. It is rounded up, always.",
    zh="你对大小做了四舍五入。应当一律向上取整。",
)
def train_test_split(x, y, test_fraction, order):
    n_test = round(len(x) * test_fraction)
    return parts(x, y, order[n_test:], order[:n_test])


@misconception(
    "one-more-than-rounded-down",
    entry="T10",
    en="Your test set has one sample too many where n · test_fraction is a whole number.",
    zh="n · test_fraction 恰好是整数时，你的测试集多了一个样本。",
)
def train_test_split(x, y, test_fraction, order):
    n_test = int(len(x) * test_fraction) + 1
    return parts(x, y, order[n_test:], order[:n_test])


@misconception(
    "float-noise-removed",
    entry="",
    en="You removed the rounding error of the product before rounding up. The size is math.ceil(n * test_fraction) as "
    "it is: 8 for 100 and 0.07.",
    zh="你在取整之前消去了乘积的浮点误差。大小就按 math.ceil(n * test_fraction) 算：100 和 0.07 得 8。",
)
def train_test_split(x, y, test_fraction, order):
    n_test = math.ceil(round(len(x) * test_fraction, 9))
    return parts(x, y, order[n_test:], order[:n_test])


@misconception(
    "exact-fractions",
    entry="",
    en="You multiplied exactly, in which the float 0.1 is a little more than a tenth. The size is "
    "math.ceil(n * test_fraction) in floating point: 1 for 10 and 0.1.",
    zh="你做的是精确乘法，而浮点数 0.1 略大于十分之一。按浮点数算 math.ceil(n * test_fraction)：10 和 0.1 得 1。",
)
def train_test_split(x, y, test_fraction, order):
    n_test = math.ceil(len(x) * Fraction(test_fraction))
    return parts(x, y, order[n_test:], order[:n_test])


@misconception(
    "never-empty",
    entry="",
    en="Your test set has at least one sample, even for the fraction 0.",
    zh="即使比例为 0，你的测试集也至少有一个样本。",
)
def train_test_split(x, y, test_fraction, order):
    n_test = max(size(x, test_fraction), 1)
    return parts(x, y, order[n_test:], order[:n_test])


@misconception(
    "test-from-the-end",
    entry="",
    en="Your test set consists of the last samples of order. It should be the first.",
    zh="你的测试集取的是 order 的最后几个，应取最前面的几个。",
)
def train_test_split(x, y, test_fraction, order):
    n_train = len(x) - size(x, test_fraction)
    return parts(x, y, order[:n_train], order[n_train:])


@misconception(
    "counted-from-the-end",
    entry="",
    en="Your training set is order[-n_train:], and for n_train = 0 that is everything.",
    zh="你的训练集取的是 order[-n_train:]，而 n_train 为 0 时这就是全部样本。",
)
def train_test_split(x, y, test_fraction, order):
    n_test = size(x, test_fraction)
    return parts(x, y, order[-(len(x) - n_test) :], order[:n_test])


@misconception(
    "fraction-of-the-training-set",
    entry="",
    en="Your sets are exchanged: the share test_fraction went to the training set, or the test parts are returned "
    "before the training parts.",
    zh="你的两个集合对调了：要么把 test_fraction 当成了训练集的比例，要么先返回了测试部分。",
)
def train_test_split(x, y, test_fraction, order):
    n_train = size(x, test_fraction)
    return parts(x, y, order[:n_train], order[n_train:])


@misconception(
    "not-shuffled",
    entry="T10",
    en="Your parts are the rows as they come: order was not used.",
    zh="你按原来的行序直接切分，没有用到 order。",
)
def train_test_split(x, y, test_fraction, order):
    n_test = size(x, test_fraction)
    return x[n_test:], x[:n_test], y[n_test:], y[:n_test]


@misconception(
    "targets-not-shuffled",
    entry="G08",
    en="Your inputs follow order, your targets do not: they no longer belong together.",
    zh="你的输入按 order 排列，目标却没有：两者对不上了。",
)
def train_test_split(x, y, test_fraction, order):
    n_test = size(x, test_fraction)
    return x[order[n_test:]], x[order[:n_test]], y[n_test:], y[:n_test]


@misconception(
    "inverse-permutation",
    entry="",
    en="You took order[i] for the place to which sample i goes. It is the number of the sample that stands at place i.",
    zh="你把 order[i] 当成了样本 i 要去的位置。其实它是排在第 i 位的那个样本的编号。",
)
def train_test_split(x, y, test_fraction, order):
    places = np.argsort(order)
    n_test = size(x, test_fraction)
    return parts(x, y, places[n_test:], places[:n_test])


@misconception(
    "own-permutation",
    entry="X07",
    en="Your samples come in an order of your own making. Use the argument order.",
    zh="你自己生成了一个顺序。应使用参数 order。",
)
def train_test_split(x, y, test_fraction, order):
    own = np.random.default_rng(0).permutation(len(x))
    n_test = size(x, test_fraction)
    return parts(x, y, own[n_test:], own[:n_test])


@misconception(
    "training-set-sorted",
    entry="",
    en="Your training set holds the right samples, but in their old order (as np.delete or a mask leaves them).",
    zh="你的训练集样本是对的，却按原来的顺序排列（np.delete 或布尔掩码就会这样）。",
)
def train_test_split(x, y, test_fraction, order):
    n_test = size(x, test_fraction)
    return parts(x, y, np.sort(order[n_test:]), order[:n_test])


@misconception(
    "both-sets-sorted",
    entry="",
    en="Both of your sets hold the right samples, but in their old order. They should stand as in order.",
    zh="两个集合的样本都对，却按原来的顺序排列。应按 order 中的先后排列。",
)
def train_test_split(x, y, test_fraction, order):
    n_test = size(x, test_fraction)
    return parts(x, y, np.sort(order[n_test:]), np.sort(order[:n_test]))


@misconception(
    "one-sample-in-both",
    entry="E08",
    en="The last sample of your test set is in the training set, too.",
    zh="你测试集的最后一个样本同时也在训练集里。",
)
def train_test_split(x, y, test_fraction, order):
    n_test = size(x, test_fraction)
    return parts(x, y, order[max(n_test - 1, 0) :], order[:n_test])


@misconception(
    "one-sample-lost",
    entry="T10",
    en="The sample at the cut is in neither of your sets.",
    zh="切分处的那个样本两个集合里都没有。",
)
def train_test_split(x, y, test_fraction, order):
    n_test = size(x, test_fraction)
    return parts(x, y, order[n_test + 1 :], order[:n_test])


@misconception(
    "trained-on-everything",
    entry="E08",
    en="Your training set holds all samples, those for testing included.",
    zh="你的训练集包含了全部样本，连测试用的也在内。",
)
def train_test_split(x, y, test_fraction, order):
    return parts(x, y, order, order[: size(x, test_fraction)])


@misconception(
    "inputs-with-their-targets",
    entry="",
    en="You returned (x_train, y_train, x_test, y_test). The order is x_train, x_test, y_train, y_test.",
    zh="你返回的是 (x_train, y_train, x_test, y_test)。顺序应为 x_train、x_test、y_train、y_test。",
)
def train_test_split(x, y, test_fraction, order):
    n_test = size(x, test_fraction)
    train, test = order[n_test:], order[:n_test]
    return x[train], y[train], x[test], y[test]


@misconception(
    "row-numbers",
    entry="",
    en="You returned the row numbers. The rows themselves are asked for.",
    zh="你返回的是行号，题目要的是这些行本身。",
)
def train_test_split(x, y, test_fraction, order):
    n_test = size(x, test_fraction)
    return order[n_test:], order[:n_test], order[n_test:], order[:n_test]


@misconception(
    "shuffles-in-place",
    entry="T11",
    en="You wrote the shuffled samples back into the caller's arrays.",
    zh="你把打乱后的样本写回了调用者的数组。",
)
def train_test_split(x, y, test_fraction, order):
    x[:], y[:] = x[order], y[order]
    n_test = size(x, test_fraction)
    return x[n_test:], x[:n_test], y[n_test:], y[:n_test]


@misconception(
    "everything-float64",
    entry="",
    en="Your samples became float64. They keep their dtype.",
    zh="你的样本都变成了 float64，应保持原来的 dtype。",
)
def train_test_split(x, y, test_fraction, order):
    n_test = size(x, test_fraction)
    return parts(x.astype(float), y.astype(float), order[n_test:], order[:n_test])
