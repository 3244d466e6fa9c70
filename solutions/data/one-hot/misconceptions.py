"""Wrong answers to one_hot that people really give."""

import numpy as np

from grader.checks import misconception


@misconception(
    "width-from-the-largest-label",
    entry="T05",
    en="Your result is as wide as the largest label that occurs requires. The number of columns is n_classes.",
    zh="你的列数是由出现过的最大标签决定的。列数应为 n_classes。",
)
def one_hot(labels, n_classes):
    return np.eye(int(np.max(labels)) + 1)[labels]


@misconception(
    "only-classes-that-occur",
    entry="T06",
    en="Your result has a column only for the classes that occur. Each of the n_classes classes has one.",
    zh="你只给出现过的类别设了列。n_classes 个类别应当各有一列。",
)
def one_hot(labels, n_classes):
    return (labels[:, None] == np.unique(labels)).astype(float)


@misconception(
    "missing-classes-skipped",
    entry="T06",
    en="Your columns count the classes that occur, without gaps. Column c is class c even if others are missing.",
    zh="你的列是把出现过的类别依次编号得到的，中间没有空缺。即使缺少别的类别，第 c 列也应对应类别 c。",
)
def one_hot(labels, n_classes):
    return np.eye(n_classes)[np.unique(labels, return_inverse=True)[1]]


@misconception(
    "order-of-appearance",
    entry="T06",
    en="Your columns are in the order in which the classes first appear. Column c belongs to class c.",
    zh="你的列是按类别第一次出现的先后排的。第 c 列应对应类别 c。",
)
def one_hot(labels, n_classes):
    seen = list(dict.fromkeys(labels.tolist()))
    return np.eye(n_classes)[[seen.index(label) for label in labels.tolist()]]


@misconception(
    "ten-classes",
    entry="X04",
    en="Your result always has ten columns. Their number is the argument n_classes.",
    zh="你的结果总是十列。列数应取自参数 n_classes。",
)
def one_hot(labels, n_classes):
    return (labels[:, None] == np.arange(10)).astype(float)


@misconception(
    "classes-counted-from-one",
    entry="",
    en="Each 1 is one column too far left (class 0 wraps around to the last column): the classes are counted from 0.",
    zh="你的每个 1 都偏左了一列（类别 0 绕到了最后一列）：类别是从 0 数起的。",
)
def one_hot(labels, n_classes):
    return np.eye(n_classes)[labels.astype(int) - 1]


@misconception(
    "shifted-to-the-smallest-label",
    entry="",
    en="You took the smallest label that occurs for class 0. The labels are class numbers already.",
    zh="你把出现过的最小标签当成了类别 0。标签本身就是类别编号。",
)
def one_hot(labels, n_classes):
    return np.eye(n_classes)[labels - np.min(labels)]


@misconception(
    "transposed",
    entry="",
    en="Your result has one row per class and one column per sample: it is transposed.",
    zh="你的结果是每个类别一行、每个样本一列，转置了。",
)
def one_hot(labels, n_classes):
    return np.eye(n_classes)[labels].T


@misconception(
    "every-label-in-every-row",
    entry="C07",
    en="Each of your rows has a 1 for the labels of all samples: the index `[:, labels]` writes into every row. A row "
    "belongs to one sample.",
    zh="你的每一行都标出了所有样本的标签：下标 `[:, labels]` 会写入每一行。一行只属于一个样本。",
)
def one_hot(labels, n_classes):
    encoded = np.zeros((len(labels), n_classes))
    encoded[:, labels] = 1
    return encoded


@misconception(
    "all-up-to-the-label",
    entry="",
    en="Your rows are 1 up to the label and not only at it; that encodes an order, which classes do not have.",
    zh="你的每一行从第 0 列一直到标签都是 1，而不只是标签处为 1；那样编码的是顺序，而类别之间没有顺序。",
)
def one_hot(labels, n_classes):
    return (np.arange(n_classes) <= labels[:, None]).astype(float)


@misconception(
    "label-instead-of-one",
    entry="",
    en="You wrote the label itself at its place. There should be a 1.",
    zh="你在标签的位置写入了标签本身的值，应当写 1。",
)
def one_hot(labels, n_classes):
    return np.eye(n_classes)[labels] * labels[:, None]


@misconception(
    "zero-at-the-label",
    entry="",
    en="Your rows are 0 at the label and 1 elsewhere: it is the other way round.",
    zh="你的每一行在标签处为 0，其余为 1，正好反了。",
)
def one_hot(labels, n_classes):
    return 1 - np.eye(n_classes)[labels]


@misconception(
    "axis-left-over",
    entry="X06",
    en="Your result has an axis of length 1 in the middle: the labels were made a column before they picked the rows.",
    zh="你的结果中间多了一个长度为 1 的轴：标签先变成了一列，再去取行。",
)
def one_hot(labels, n_classes):
    return np.eye(n_classes)[labels.reshape(-1, 1)]


@misconception(
    "integers",
    entry="",
    en="Your result is an integer array. float64 is asked for, the dtype in which a loss computes.",
    zh="你返回的是整数数组。题目要求 float64，损失函数就是用它来计算的。",
)
def one_hot(labels, n_classes):
    return np.eye(n_classes, dtype=int)[labels]


@misconception(
    "booleans",
    entry="",
    en="Your result holds True and False, as the comparison gave them. float64 is asked for.",
    zh="你的结果是比较得到的 True 和 False。题目要求 float64。",
)
def one_hot(labels, n_classes):
    return labels[:, None] == np.arange(n_classes)


@misconception(
    "float32",
    entry="X16",
    en="Your result is float32. float64 is asked for.",
    zh="你的结果是 float32。题目要求 float64。",
)
def one_hot(labels, n_classes):
    return np.eye(n_classes, dtype=np.float32)[labels]


@misconception(
    "lists",
    entry="X17",
    en="You returned a list of lists. An array is asked for.",
    zh="你返回的是嵌套列表。题目要求返回数组。",
)
def one_hot(labels, n_classes):
    return np.eye(n_classes)[labels].tolist()
