"""Wrong answers to precision_recall_f1 that people really give."""

import numpy as np

from grader.checks import misconception


def cells(labels, predictions):
    """TP, FP, FN and TN as Python integers."""
    label, prediction = np.asarray(labels) == 1, np.asarray(predictions) == 1
    masks = (label & prediction, ~label & prediction, label & ~prediction, ~label & ~prediction)
    return [int(np.sum(mask)) for mask in masks]


def share(part, whole, undefined=0.0):
    """part / whole, or `undefined` where there is no whole."""
    return part / whole if whole else undefined


def harmonic(p, r):
    """The harmonic mean, 0 where both are."""
    return share(2 * p * r, p + r)


@misconception(
    "precision-and-recall-swapped",
    entry="M01",
    en="Your precision is the recall and the other way round: precision divides by what was predicted as 1, recall by "
    "what is 1. (F1 is the same for both, so it does not show.)",
    zh="你把精确率和召回率弄反了：精确率除以预测为 1 的数目，召回率除以真正为 1 的数目。（F1 对两者对称，看不出来。）",
)
def precision_recall_f1(labels, predictions):
    tp, fp, fn, _ = cells(labels, predictions)
    p, r = share(tp, tp + fp), share(tp, tp + fn)
    return r, p, harmonic(p, r)


@misconception(
    "nan-for-zero-by-zero",
    entry="M02",
    en="Your result is NaN where a denominator is 0: no sample was predicted as 1, or none is. It should be 0.0.",
    zh="分母为 0 时（没有预测为 1 的样本，或没有真正为 1 的样本）你得到的是 NaN，应为 0.0。",
)
def precision_recall_f1(labels, predictions):
    tp, fp, fn, _ = (np.float64(count) for count in cells(labels, predictions))
    p, r = tp / (tp + fp), tp / (tp + fn)
    return p, r, 2 * p * r / (p + r)


@misconception(
    "division-by-zero",
    entry="M02",
    en="Your division ends in an error where no sample was predicted as 1, or none is 1. The result is 0.0 there.",
    zh="没有预测为 1 的样本，或没有真正为 1 的样本时，你的除法会报错。这时结果应为 0.0。",
)
def precision_recall_f1(labels, predictions):
    tp, fp, fn, _ = cells(labels, predictions)
    p, r = tp / (tp + fp), tp / (tp + fn)
    return p, r, 2 * p * r / (p + r)


@misconception(
    "f1-divides-by-zero",
    entry="M02",
    en="You took care of 0/0 in precision and recall, but not in F1: where both are 0 its denominator is 0 as well.",
    zh="精确率和召回率的 0/0 你处理了，F1 却没有：两者都为 0 时，F1 的分母同样是 0。",
)
def precision_recall_f1(labels, predictions):
    tp, fp, fn, _ = cells(labels, predictions)
    p, r = share(tp, tp + fp), share(tp, tp + fn)
    return p, r, 2 * p * r / (p + r)


@misconception(
    "one-where-undefined",
    entry="M02",
    en="Your result is 1 where the denominator is 0 (as if nothing to find were everything found). Here it is 0.0.",
    zh="分母为 0 时你取了 1（相当于“没有可找的就算全找到了”）。本题规定取 0.0。",
)
def precision_recall_f1(labels, predictions):
    tp, fp, fn, _ = cells(labels, predictions)
    p, r = share(tp, tp + fp, 1.0), share(tp, tp + fn, 1.0)
    return p, r, harmonic(p, r)


@misconception(
    "arithmetic-mean",
    entry="",
    en="Your F1 is the arithmetic mean of precision and recall. F1 is the harmonic mean, nearer to the smaller.",
    zh="你的 F1 是精确率与召回率的算术平均。F1 是调和平均，总是靠近较小的那个。",
)
def precision_recall_f1(labels, predictions):
    tp, fp, fn, _ = cells(labels, predictions)
    p, r = share(tp, tp + fp), share(tp, tp + fn)
    return p, r, (p + r) / 2


@misconception(
    "geometric-mean",
    entry="",
    en="Your F1 is the geometric mean of precision and recall, the root of their product. F1 is the harmonic mean.",
    zh="你的 F1 是精确率与召回率的几何平均，即乘积的平方根。F1 是调和平均。",
)
def precision_recall_f1(labels, predictions):
    tp, fp, fn, _ = cells(labels, predictions)
    p, r = share(tp, tp + fp), share(tp, tp + fn)
    return p, r, (p * r) ** 0.5


@misconception(
    "factor-two-missing",
    entry="",
    en="Your F1 is half of what it should be: a perfect prediction gets 0.5. The factor 2 is missing.",
    zh="你的 F1 只有应有值的一半：预测全对时才 0.5。漏了系数 2。",
)
def precision_recall_f1(labels, predictions):
    tp, fp, fn, _ = cells(labels, predictions)
    p, r = share(tp, tp + fp), share(tp, tp + fn)
    return p, r, harmonic(p, r) / 2


@misconception(
    "tp-not-doubled",
    entry="",
    en="Your F1 is TP / (TP + FP + FN), which is the Jaccard index. In F1 the hits count twice, above and below.",
    zh="你的 F1 是 TP / (TP + FP + FN)，这是 Jaccard 系数。在 F1 里，分子和分母中的命中数都要乘 2。",
)
def precision_recall_f1(labels, predictions):
    tp, fp, fn, _ = cells(labels, predictions)
    return share(tp, tp + fp), share(tp, tp + fn), share(tp, tp + fp + fn)


@misconception(
    "zero-is-the-positive-class",
    entry="",
    en="Your three numbers are those of class 0. The positive class is 1.",
    zh="你算的是类别 0 的三个指标。正类是 1。",
)
def precision_recall_f1(labels, predictions):
    _, fp, fn, tn = cells(labels, predictions)
    p, r = share(tn, tn + fn), share(tn, tn + fp)
    return p, r, harmonic(p, r)


@misconception(
    "accuracy-for-precision",
    entry="",
    en="Your precision is the accuracy: the share of all samples that are right. Precision looks only at those "
    "predicted as 1.",
    zh="你的精确率其实是准确率，即全部样本中预测正确的比例。精确率只看预测为 1 的样本。",
)
def precision_recall_f1(labels, predictions):
    tp, fp, fn, tn = cells(labels, predictions)
    p, r = (tp + tn) / (tp + fp + fn + tn), share(tp, tp + fn)
    return p, r, harmonic(p, r)


@misconception(
    "divided-by-all-samples",
    entry="",
    en="Your precision and recall are both the hits divided by the number of all samples. Each has a denominator of "
    "its own.",
    zh="你的精确率和召回率都是命中数除以样本总数。两者各有各的分母。",
)
def precision_recall_f1(labels, predictions):
    tp, fp, fn, tn = cells(labels, predictions)
    p = r = tp / (tp + fp + fn + tn)
    return p, r, harmonic(p, r)


@misconception(
    "specificity-for-recall",
    entry="",
    en="Your recall is TN / (TN + FP): the share of the negatives that were recognised (specificity). Recall is about "
    "the positives.",
    zh="你的召回率是 TN / (TN + FP)，即反例中被认出的比例（特异度）。召回率针对的是正例。",
)
def precision_recall_f1(labels, predictions):
    tp, fp, _, tn = cells(labels, predictions)
    p, r = share(tp, tp + fp), share(tn, tn + fp)
    return p, r, harmonic(p, r)


@misconception(
    "f1-first",
    entry="",
    en="You returned F1 first. The order is precision, recall, F1.",
    zh="你先返回了 F1。顺序应为精确率、召回率、F1。",
)
def precision_recall_f1(labels, predictions):
    tp, fp, fn, _ = cells(labels, predictions)
    p, r = share(tp, tp + fp), share(tp, tp + fn)
    return harmonic(p, r), p, r


@misconception(
    "f1-alone",
    entry="",
    en="You returned F1 alone. Precision and recall are asked for as well.",
    zh="你只返回了 F1。精确率和召回率也要返回。",
)
def precision_recall_f1(labels, predictions):
    tp, fp, fn, _ = cells(labels, predictions)
    return share(2 * tp, 2 * tp + fp + fn)


@misconception(
    "rounded",
    entry="X14",
    en="Your numbers are rounded to two decimals. Return them as they are; rounding is for printing.",
    zh="你的结果四舍五入到了两位小数。应原样返回，打印时再取整。",
)
def precision_recall_f1(labels, predictions):
    tp, fp, fn, _ = cells(labels, predictions)
    p, r = share(tp, tp + fp), share(tp, tp + fn)
    return round(p, 2), round(r, 2), round(harmonic(p, r), 2)


@misconception(
    "small-number-in-the-denominator",
    entry="",
    en="A small number in your denominators keeps them from being 0, and makes every result a little too small: a "
    "perfect prediction is not exactly 1.",
    zh="你在分母里加了一个很小的数来避免除以零，结果每个值都偏小一点：预测全对时也不正好是 1。",
)
def precision_recall_f1(labels, predictions):
    tp, fp, fn, _ = cells(labels, predictions)
    p, r = tp / (tp + fp + 1e-6), tp / (tp + fn + 1e-6)
    return p, r, 2 * p * r / (p + r + 1e-6)


@misconception(
    "bytes-do-not-go-below-zero",
    entry="T08",
    en="You count the missed ones where prediction - label is -1. Unsigned integers never are: 0 - 1 wraps around to "
    "255, and no miss is counted.",
    zh="你用 prediction - label 等于 -1 来数漏掉的正例。无符号整数没有 -1：0 - 1 会回绕成 255，于是一个也数不到。",
)
def precision_recall_f1(labels, predictions):
    hits, difference = np.sum((labels == 1) & (predictions == 1)).item(), predictions - labels
    p = share(hits, hits + np.sum(difference == 1).item())
    r = share(hits, hits + np.sum(difference == -1).item())
    return p, r, harmonic(p, r)


@misconception(
    "bytes-overflow",
    entry="T08",
    en="You count the hits with a dot product of the labels themselves. For uint8 its sum is uint8, too, and starts "
    "again at 0 after 255.",
    zh="你直接用标签的点积来数命中数。对 uint8 来说，点积的结果也是 uint8，超过 255 又从 0 开始。",
)
def precision_recall_f1(labels, predictions):
    hits = (labels @ predictions).item()
    p, r = share(hits, np.sum(predictions).item()), share(hits, np.sum(labels).item())
    return p, r, harmonic(p, r)
