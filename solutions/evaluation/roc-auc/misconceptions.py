"""Wrong answers to roc_auc that people really give."""

import numpy as np

from grader.checks import misconception


def split(labels, scores):
    """The scores of the positives as a column, those of the negatives as a row."""
    return scores[labels == 1][:, None], scores[labels == 0][None, :]


def auc(labels, scores, tie=0.5):
    """The right answer, unless ties count otherwise."""
    a, b = split(labels, scores)
    return float(np.mean((a > b) + tie * (a == b)))


def curve(labels, scores):
    """False and true positive rates after each group of equal scores, from the highest, with (0, 0) in front."""
    levels = np.unique(scores)[::-1]
    fpr = [np.mean(scores[labels == 0] >= level) for level in levels]
    tpr = [np.mean(scores[labels == 1] >= level) for level in levels]
    return np.array([0.0, *fpr]), np.array([0.0, *tpr])


def from_ranks(labels, ranks):
    """The area from the ranks of the positives."""
    p = np.sum(labels == 1)
    return float((np.sum(ranks[labels == 1]) - p * (p + 1) / 2) / (p * (len(labels) - p)))


@misconception(
    "ties-count-nothing",
    entry="M09",
    en="Pairs with equal scores count nothing in your result: scores that are all the same get 0 instead of 0.5. (On "
    "the curve: rectangles below the slanted pieces instead of trapezoids.)",
    zh="分数相同的一对在你的结果里不计分：分数全相同时得 0 而不是 0.5。（从曲线看，就是斜线段下面没有取梯形，而是取了"
    "较矮的矩形。）",
)
def roc_auc(labels, scores):
    return auc(labels, scores, 0.0)


@misconception(
    "ties-count-full",
    entry="M09",
    en="Pairs with equal scores count as if they were in the right order: scores that are all the same get 1 instead "
    "of 0.5. A tie counts half.",
    zh="分数相同的一对你当成了排对：分数全相同时得 1 而不是 0.5。打平只算一半。",
)
def roc_auc(labels, scores):
    return auc(labels, scores, 1.0)


@misconception(
    "ties-in-order-of-appearance",
    entry="M09",
    en="You sort the samples by score and take them one by one. Samples with equal scores then count by the order in "
    "which they happen to come; they belong into one step.",
    zh="你按分数排序后逐个处理样本。分数相同的样本，结果就取决于它们碰巧谁先谁后；它们应当在同一步里处理。",
)
def roc_auc(labels, scores):
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return from_ranks(labels, ranks)


@misconception(
    "lowest-rank-for-ties",
    entry="M09",
    en="Samples with equal scores all get the lowest of their ranks. They get the mean of their ranks.",
    zh="分数相同的样本，你都给了其中最小的排名。应取这些排名的平均值。",
)
def roc_auc(labels, scores):
    return from_ranks(labels, np.searchsorted(np.sort(scores), scores) + 1)


@misconception(
    "ranks-without-gaps",
    entry="M09",
    en="Your ranks count the different scores, not the samples: after a group of ties the next rank is too low.",
    zh="你的排名数的是不同的分数，而不是样本：一组并列之后，下一个排名就偏小了。",
)
def roc_auc(labels, scores):
    return from_ranks(labels, np.unique(scores, return_inverse=True)[1] + 1)


@misconception(
    "reversed",
    entry="M09",
    en="Your result is 1 - AUC: the scores were sorted the wrong way, the classes exchanged, or the axes of the curve.",
    zh="你的结果是 1 - AUC：分数排反了，或者两类弄反了，或者曲线的两个轴弄反了。",
)
def roc_auc(labels, scores):
    return 1 - auc(labels, scores)


@misconception(
    "argsort-for-ranks",
    entry="",
    en="You took `np.argsort(scores)` for the ranks. It says which sample comes at each place, not at which place each "
    "sample comes.",
    zh="你把 `np.argsort(scores)` 当成了排名。它给出的是每个位次上是哪个样本，而不是每个样本排在第几位。",
)
def roc_auc(labels, scores):
    return from_ranks(labels, np.argsort(scores, kind="stable") + 1)


@misconception(
    "threshold-at-one-half",
    entry="M10",
    en="You made predictions with the threshold 0.5 first, and the area is that of a curve with one corner. AUC is "
    "about all thresholds: compare the scores themselves.",
    zh="你先用阈值 0.5 得出预测，算的是只有一个拐点的曲线下的面积。AUC 涉及所有阈值，应直接比较分数。",
)
def roc_auc(labels, scores):
    return auc(labels, (scores >= 0.5).astype(float))


@misconception(
    "accuracy",
    entry="M10",
    en="Your result is the accuracy of the predictions with the threshold 0.5.",
    zh="你的结果是以 0.5 为阈值做预测的准确率。",
)
def roc_auc(labels, scores):
    return float(np.mean((scores >= 0.5) == labels))


@misconception(
    "fixed-thresholds",
    entry="M10",
    en="Your curve has 101 fixed thresholds from 0 to 1. Scores outside, and those that fall between the same two, are "
    "not told apart. The thresholds are the scores themselves.",
    zh="你的曲线用了 0 到 1 之间 101 个固定阈值。在此之外的分数，以及落在相邻两个阈值之间的分数，都分不开。"
    "应以分数本身作为阈值。",
)
def roc_auc(labels, scores):
    levels = np.linspace(0, 1, 101)[::-1]
    fpr = np.array([0.0, *(np.mean(scores[labels == 0] >= level) for level in levels), 1.0])
    tpr = np.array([0.0, *(np.mean(scores[labels == 1] >= level) for level in levels), 1.0])
    return float(np.trapezoid(tpr, fpr))


@misconception(
    "start-of-the-curve-missing",
    entry="",
    en="Your curve starts at its first threshold rather than at (0, 0): if it catches samples of both classes at once, "
    "the first triangle is missing.",
    zh="你的曲线从第一个阈值处开始，而不是从 (0, 0) 开始：若它同时抓到两类样本，就少了第一个三角形。",
)
def roc_auc(labels, scores):
    fpr, tpr = curve(labels, scores)
    return float(np.trapezoid(tpr[1:], fpr[1:]))


@misconception(
    "end-of-the-curve-missing",
    entry="",
    en="Your curve ends before the lowest score: the last piece up to (1, 1) is missing.",
    zh="你的曲线在最低分之前就结束了，少了到 (1, 1) 的最后一段。",
)
def roc_auc(labels, scores):
    fpr, tpr = curve(labels, scores)
    return float(np.trapezoid(tpr[:-1], fpr[:-1]))


@misconception(
    "precision-recall-curve",
    entry="",
    en="Your result is the area below the precision-recall curve (average precision). The ROC curve has the false "
    "positive rate on its horizontal axis.",
    zh="你算的是精确率-召回率曲线下的面积（平均精确率）。ROC 曲线的横轴是假正例率。",
)
def roc_auc(labels, scores):
    levels = np.unique(scores)[::-1]
    recall = np.array([0.0, *(np.mean(scores[labels == 1] >= level) for level in levels)])
    precision = np.array([np.mean(labels[scores >= level]) for level in levels])
    return float(np.sum(np.diff(recall) * precision))


@misconception(
    "all-pairs",
    entry="",
    en="You divide by the number of all pairs of samples, n(n - 1)/2. Only the P·N pairs of a positive and a negative "
    "one count.",
    zh="你除以了所有样本对的数目 n(n - 1)/2。只有一正一负的对才算，共 P·N 对。",
)
def roc_auc(labels, scores):
    n, p = len(labels), np.sum(labels == 1).item()
    return auc(labels, scores) * p * (n - p) / (n * (n - 1) / 2)


@misconception(
    "not-divided",
    entry="",
    en="Your result is the number of pairs in the right order. Divide it by how many pairs there are.",
    zh="你的结果是排对的对数，还要除以总对数。",
)
def roc_auc(labels, scores):
    a, b = split(labels, scores)
    return float(np.sum((a > b) + 0.5 * (a == b)))


@misconception(
    "own-ranks-not-subtracted",
    entry="",
    en="You divide the sum of the positives' ranks by P·N as it is. It also counts the positives below each positive: "
    "P(P + 1)/2 has to be subtracted.",
    zh="你直接用正样本的排名之和除以 P·N。其中还包含正样本彼此之间的名次，要先减去 P(P + 1)/2。",
)
def roc_auc(labels, scores):
    p = np.sum(labels == 1).item()
    return auc(labels, scores) + (p + 1) / 2 / (len(labels) - p)


@misconception(
    "ranks-from-zero",
    entry="",
    en="Your ranks start at 0, but what you subtract, P(P + 1)/2, is for ranks that start at 1: the result is too "
    "small by 1/N.",
    zh="你的排名从 0 开始，而减去的 P(P + 1)/2 是按排名从 1 开始算的：结果小了 1/N。",
)
def roc_auc(labels, scores):
    return auc(labels, scores) - 1 / np.sum(labels == 0).item()


@misconception(
    "gini",
    entry="",
    en="Your result is 2·AUC - 1, the Gini coefficient: chance is 0 there, not 0.5.",
    zh="你的结果是 2·AUC - 1，即 Gini 系数：随机猜测时它是 0，而不是 0.5。",
)
def roc_auc(labels, scores):
    return 2 * auc(labels, scores) - 1


@misconception(
    "never-below-one-half",
    entry="",
    en="Your result is turned around where it would be below 0.5. Scores that are worse than chance have an AUC below "
    "0.5, and that is worth knowing.",
    zh="结果低于 0.5 时你把它翻了过来。分数比随机猜测还差时，AUC 就是会低于 0.5，这个信息不应丢掉。",
)
def roc_auc(labels, scores):
    return max(auc(labels, scores), 1 - auc(labels, scores))


@misconception(
    "near-ties",
    entry="",
    en="You treat scores that are close to each other as tied. They are tied only if they are equal: order is all that "
    "counts, not distance.",
    zh="你把接近的分数当成了相同。完全相等才算打平：起作用的只是顺序，不是距离。",
)
def roc_auc(labels, scores):
    a, b = split(labels, scores)
    tied = np.isclose(a, b)
    return float(np.mean((~tied & (a > b)) + 0.5 * tied))


@misconception(
    "bytes-wrap",
    entry="T08",
    en="You look at the sign of a difference. Unsigned integers have none: 3 - 5 wraps around to 254. Compare, do not "
    "subtract.",
    zh="你看的是差的正负号。无符号整数没有负数：3 - 5 会回绕成 254。应直接比较，不要相减。",
)
def roc_auc(labels, scores):
    a, b = split(labels, scores)
    difference = a - b
    return float(np.mean((difference > 0) + 0.5 * (difference == 0)))


@misconception(
    "mean-difference",
    entry="",
    en="Your result is the difference of the mean scores of the two classes. AUC knows only the order of the scores.",
    zh="你的结果是两类平均分之差。AUC 只看分数的顺序。",
)
def roc_auc(labels, scores):
    return float(np.mean(scores[labels == 1]) - np.mean(scores[labels == 0]))


@misconception(
    "sorts-the-callers-scores",
    entry="X02",
    en="You sorted the caller's array: `scores.sort()` works in place. The arguments must stay as they are.",
    zh="你给调用者的数组排了序：`scores.sort()` 是原地操作。传入的参数必须保持原样。",
)
def roc_auc(labels, scores):
    area = auc(labels, scores)
    scores.sort()
    return area
