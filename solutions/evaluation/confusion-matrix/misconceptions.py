"""Wrong answers to confusion_matrix that people really give."""

import numpy as np

from grader.checks import misconception


def count(labels, predictions, n_classes):
    counts = np.zeros((n_classes, n_classes), dtype=np.int64)
    np.add.at(counts, (labels, predictions), 1)
    return counts


@misconception(
    "transposed",
    entry="M07",
    en="Your rows are the predicted classes. Rows are the true classes, columns the predicted ones.",
    zh="你的行是预测类别。行应为真实类别，列应为预测类别。",
)
def confusion_matrix(labels, predictions, n_classes):
    return count(predictions, labels, n_classes)


@misconception(
    "counted-once",
    entry="",
    en="No element of your result is larger than 1: `counts[labels, predictions] += 1` adds once for each pair of "
    "classes, however often it occurs.",
    zh="你的结果中没有大于 1 的数：`counts[labels, predictions] += 1` 对同一对类别只加一次，不管它出现多少次。",
)
def confusion_matrix(labels, predictions, n_classes):
    return np.minimum(count(labels, predictions, n_classes), 1)


@misconception(
    "only-classes-that-occur",
    entry="M08",
    en="Your matrix has rows and columns only for classes that occur. Each of the n_classes classes has both.",
    zh="你的矩阵只给出现过的类别设了行和列。n_classes 个类别都应有行和列。",
)
def confusion_matrix(labels, predictions, n_classes):
    used = np.union1d(labels, predictions).astype(int)
    return count(labels, predictions, n_classes)[np.ix_(used, used)]


@misconception(
    "classes-of-the-labels-only",
    entry="M08",
    en="Your matrix has rows and columns only for classes that occur among the labels; a class that is only predicted "
    "is lost.",
    zh="你的矩阵只包含标签中出现过的类别；只在预测中出现的类别丢掉了。",
)
def confusion_matrix(labels, predictions, n_classes):
    used = np.unique(labels).astype(int)
    return count(labels, predictions, n_classes)[np.ix_(used, used)]


@misconception(
    "size-from-the-largest-class",
    entry="T05",
    en="The size of your matrix follows from the largest class that occurs. It is n_classes.",
    zh="你的矩阵大小是由出现过的最大类别决定的，应为 n_classes。",
)
def confusion_matrix(labels, predictions, n_classes):
    return count(labels, predictions, max(int(labels.max()), int(predictions.max())) + 1)


@misconception(
    "ten-classes",
    entry="X04",
    en="Your matrix is always 10 × 10. Its size is n_classes.",
    zh="你的矩阵总是 10 × 10。大小应为 n_classes。",
)
def confusion_matrix(labels, predictions, n_classes):
    counts = np.zeros((max(n_classes, 10),) * 2, dtype=np.int64)
    np.add.at(counts, (labels, predictions), 1)
    return counts[:10, :10]


@misconception(
    "shares-of-each-row",
    entry="",
    en="Your rows are divided by their sums. Counts are asked for.",
    zh="你让每一行除以了该行之和。题目要的是计数。",
)
def confusion_matrix(labels, predictions, n_classes):
    counts = count(labels, predictions, n_classes)
    return counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)


@misconception(
    "shares-of-all-samples",
    entry="",
    en="Your elements are divided by the number of samples. Counts are asked for.",
    zh="你让每个元素除以了样本总数。题目要的是计数。",
)
def confusion_matrix(labels, predictions, n_classes):
    return count(labels, predictions, n_classes) / len(labels)


@misconception(
    "right-predictions-only",
    entry="",
    en="Only the diagonal of your matrix is filled: wrong predictions were not counted.",
    zh="你的矩阵只有对角线有数：预测错误的样本没有统计。",
)
def confusion_matrix(labels, predictions, n_classes):
    return np.diag(np.diag(count(labels, predictions, n_classes)))


@misconception(
    "wrong-predictions-only",
    entry="",
    en="The diagonal of your matrix is 0: right predictions were not counted.",
    zh="你的矩阵对角线全是 0：预测正确的样本没有统计。",
)
def confusion_matrix(labels, predictions, n_classes):
    counts = count(labels, predictions, n_classes)
    return counts - np.diag(np.diag(counts))


@misconception(
    "symmetric",
    entry="",
    en="Your matrix is symmetric: each sample was counted both as (label, prediction) and as (prediction, label).",
    zh="你的矩阵是对称的：每个样本既按（标签，预测）、又按（预测，标签）各计了一次。",
)
def confusion_matrix(labels, predictions, n_classes):
    counts = count(labels, predictions, n_classes)
    return counts + counts.T


@misconception(
    "classes-counted-from-one",
    entry="",
    en="Your counts are one row and one column too far to the upper left (class 0 wraps around to the end): the "
    "classes are counted from 0.",
    zh="你的计数往左上偏了一行一列（类别 0 绕到了末尾）：类别是从 0 数起的。",
)
def confusion_matrix(labels, predictions, n_classes):
    return np.roll(count(labels, predictions, n_classes), (-1, -1), axis=(0, 1))


@misconception(
    "positive-class-first",
    entry="",
    en="Your rows and columns run from the last class to the first. They run from 0.",
    zh="你的行和列是从最后一类排到第一类的，应从类别 0 开始。",
)
def confusion_matrix(labels, predictions, n_classes):
    return count(labels, predictions, n_classes)[::-1, ::-1]


@misconception(
    "bytes-count",
    entry="T08",
    en="Your counts start again at 0 after 255: they are kept in the dtype of the labels, bytes.",
    zh="你的计数超过 255 就从 0 重新开始：计数沿用了标签的 dtype，也就是 uint8。",
)
def confusion_matrix(labels, predictions, n_classes):
    return count(labels, predictions, n_classes).astype(labels.dtype)


@misconception(
    "bytes-multiplied",
    entry="T08",
    en="For bytes your cell number labels * n_classes + predictions wraps around at 256, and samples land in "
    "wrong cells.",
    zh="标签为 uint8 时，你的格子编号 labels * n_classes + predictions 到 256 就会回绕，样本落进了错误的格子。",
)
def confusion_matrix(labels, predictions, n_classes):
    cells = labels * labels.dtype.type(n_classes) + predictions
    return np.bincount(cells, minlength=n_classes**2)[: n_classes**2].reshape(n_classes, n_classes)


@misconception(
    "flat",
    entry="X06",
    en="Your result is one long row of counts. It should have the shape (n_classes, n_classes).",
    zh="你的结果是一长行计数，形状应为 (n_classes, n_classes)。",
)
def confusion_matrix(labels, predictions, n_classes):
    return count(labels, predictions, n_classes).ravel()


@misconception(
    "counts-per-class",
    entry="",
    en="Your result is one number per class: how often it was predicted rightly. The whole matrix is asked for.",
    zh="你的结果是每个类别一个数，即它预测正确的次数。题目要的是整个矩阵。",
)
def confusion_matrix(labels, predictions, n_classes):
    return np.diag(count(labels, predictions, n_classes))
