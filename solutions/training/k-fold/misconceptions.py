"""Wrong answers to k_fold that people really give."""

from itertools import pairwise

import numpy as np

from grader.checks import misconception


def bounds(n, k):
    """Where each fold starts, and where the last one ends."""
    return np.concatenate([[0], np.cumsum([n // k + (i < n % k) for i in range(k)])])


def rounds(n, edges, rest=np.setdiff1d):
    """A round for each fold between two neighbouring edges."""
    every = np.arange(n)
    return [(rest(every, every[a:b]), every[a:b]) for a, b in pairwise(edges)]


@misconception(
    "remainder-never-validated",
    entry="E07",
    en="Your folds all have n // k samples: those that are left over at the end are never held out.",
    zh="你的每一折都是 n // k 个样本，末尾剩下的那些从来没有用于验证。",
)
def k_fold(n, k):
    return rounds(n, np.arange(k + 1) * (n // k))


@misconception(
    "remainder-in-the-last-fold",
    entry="E07",
    en="Your last fold takes all samples that are left over. They are spread over the first folds, one each.",
    zh="你把多出来的样本全放进了最后一折。它们应当分给前面几折，每折一个。",
)
def k_fold(n, k):
    return rounds(n, np.append(np.arange(k) * (n // k), n))


@misconception(
    "last-folds-larger",
    entry="E07",
    en="Your last n % k folds are the larger ones. It should be the first n % k.",
    zh="你让最后 n % k 折多一个样本，而应当是最前面的 n % k 折。",
)
def k_fold(n, k):
    return rounds(n, n - bounds(n, k)[::-1])


@misconception(
    "last-fold-smaller",
    entry="E07",
    en="You rounded the size of the folds up: the last one has what is left, and may even be empty.",
    zh="你把每折的大小向上取整，最后一折只剩零头，甚至可能为空。",
)
def k_fold(n, k):
    return rounds(n, np.minimum(np.arange(k + 1) * -(-n // k), n))


@misconception(
    "edges-rounded",
    entry="E07",
    en="Your sizes are right in sum, but the larger folds are scattered: each edge was rounded by itself.",
    zh="你的各折大小之和没错，但较大的折分散在各处：每个分界点是各自取整的。",
)
def k_fold(n, k):
    return rounds(n, np.arange(k + 1) * n // k)


@misconception(
    "edge-validated-twice",
    entry="E08",
    en="Your folds overlap by one sample: the end of a range does not belong to it.",
    zh="你的相邻两折重叠了一个样本：区间不包含右端点。",
)
def k_fold(n, k):
    edges, every = bounds(n, k), np.arange(n)
    parts = [every[a : b + 1] for a, b in pairwise(edges)]
    return [(np.setdiff1d(every, part), part) for part in parts]


@misconception(
    "every-kth-sample",
    entry="",
    en="Your folds take every k-th sample. They should be contiguous.",
    zh="你的每一折是每隔 k 个取一个样本。各折应当是连续的一段。",
)
def k_fold(n, k):
    every = np.arange(n)
    return [(every[every % k != i], every[i::k]) for i in range(k)]


@misconception(
    "shuffled",
    entry="E09",
    en="Your indices are shuffled. Here the folds are cut in the order of the samples.",
    zh="你打乱了下标。本题按样本原来的次序切分。",
)
def k_fold(n, k):
    every = np.random.default_rng(0).permutation(n)
    edges = bounds(n, k)
    return [(np.concatenate([every[:a], every[b:]]), every[a:b]) for a, b in pairwise(edges)]


@misconception(
    "trains-on-the-held-out",
    entry="E08",
    en="Your training part holds all n samples, the held-out ones too: the result would look far too good.",
    zh="你的训练部分包含全部 n 个样本，连留出的也在内：这样测出来的结果会好得失真。",
)
def k_fold(n, k):
    return rounds(n, bounds(n, k), rest=lambda every, fold: every)


@misconception(
    "trains-on-the-past-only",
    entry="",
    en="Your training part holds only what comes before the held-out fold, as for time series. What comes after it "
    "belongs to it too.",
    zh="你的训练部分只有留出的那一折之前的样本（时间序列是这样做的）。它之后的样本也应包括在内。",
)
def k_fold(n, k):
    return rounds(n, bounds(n, k), rest=lambda every, fold: every[: fold[0]])


@misconception(
    "training-part-rotated",
    entry="",
    en="Your training part starts behind the held-out fold and goes round. It should be ascending.",
    zh="你的训练部分从留出折之后开始，再绕回开头。它应当从小到大排列。",
)
def k_fold(n, k):
    return rounds(n, bounds(n, k), rest=lambda every, fold: np.append(every[fold[-1] + 1 :], every[: fold[0]]))


@misconception(
    "parts-exchanged",
    entry="",
    en="You returned (val_idx, train_idx). The training part comes first.",
    zh="你返回的是 (val_idx, train_idx)。训练部分应放在前面。",
)
def k_fold(n, k):
    return [(val, train) for train, val in rounds(n, bounds(n, k))]


@misconception(
    "counted-from-one",
    entry="",
    en="Your indices go from 1 to n. They should go from 0 to n - 1.",
    zh="你的下标是从 1 到 n。应当从 0 到 n - 1。",
)
def k_fold(n, k):
    return [(train + 1, val + 1) for train, val in rounds(n, bounds(n, k))]


@misconception(
    "one-round-only",
    entry="",
    en="You return after the first round: look at the indentation of `return`.",
    zh="你在第一轮之后就返回了，请检查 `return` 的缩进。",
)
def k_fold(n, k):
    return rounds(n, bounds(n, k))[:1]


@misconception(
    "masks-not-indices",
    entry="",
    en="You returned masks of True and False. Indices are asked for.",
    zh="你返回的是 True/False 掩码。这里要的是下标。",
)
def k_fold(n, k):
    every = np.arange(n)
    return [(np.isin(every, train), np.isin(every, val)) for train, val in rounds(n, bounds(n, k))]


@misconception(
    "lists-not-arrays",
    entry="X17",
    en="Your indices are Python lists. Arrays are asked for: a list cannot index other lists, and sums of lists are "
    "joined.",
    zh="你的下标是 Python 列表。这里要的是数组：列表不能用来索引别的列表，相加也只会接在一起。",
)
def k_fold(n, k):
    return [(train.tolist(), val.tolist()) for train, val in rounds(n, bounds(n, k))]
