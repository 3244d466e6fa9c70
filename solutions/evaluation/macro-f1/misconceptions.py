"""Wrong answers to macro_f1 and micro_f1 that people really give."""

import numpy as np

from grader.checks import misconception


def table(labels, predictions, n_classes):
    """TP, FP and FN of each class."""
    classes = np.arange(n_classes)[:, None]
    labelled, predicted = classes == labels, classes == predictions
    masks = labelled & predicted, ~labelled & predicted, labelled & ~predicted
    return [np.sum(mask, axis=1) for mask in masks]


def share(part, whole, undefined=0.0):
    """part / whole, or `undefined` where there is no whole."""
    part, whole = np.asarray(part, dtype=float), np.asarray(whole)
    return np.divide(part, whole, out=np.full(part.shape, undefined), where=whole > 0)


def f1(tp, fp, fn):
    """F1 of each class."""
    return share(2 * tp, 2 * tp + fp + fn)


@misconception(
    "micro-for-macro",
    entry="M04",
    en="Your macro F1 is the micro F1: the counts of all classes were added up first. Divide for each class, then "
    "take the mean.",
    zh="你的宏平均其实是微平均：先把所有类别的计数加起来了。应先对每个类别相除，再取平均。",
)
def macro_f1(labels, predictions, n_classes):
    return float(np.mean(labels == predictions))


@misconception(
    "macro-for-micro",
    entry="M04",
    en="Your micro F1 is the macro F1: the mean of the classes' F1. Add up the counts of all classes first, then "
    "divide once.",
    zh="你的微平均其实是宏平均：对各类 F1 取了平均。应先把所有类别的计数加起来，再相除一次。",
)
def micro_f1(labels, predictions, n_classes):
    return np.mean(f1(*table(labels, predictions, n_classes)))


@misconception(
    "f1-of-the-means",
    entry="M04",
    en="Your macro F1 is the F1 of the mean precision and the mean recall. It is the mean of the F1: first each class, "
    "then the average.",
    zh="你先求平均精确率和平均召回率，再用它们算 F1。宏平均是先算每个类别的 F1，再取平均。",
)
def macro_f1(labels, predictions, n_classes):
    tp, fp, fn = table(labels, predictions, n_classes)
    p, r = np.mean(share(tp, tp + fp)), np.mean(share(tp, tp + fn))
    return share(2 * p * r, p + r)


@misconception(
    "mean-over-occurring-classes",
    entry="M08",
    en="Your mean leaves out classes that are in neither array (as scikit-learn does). They count as 0 here, and the "
    "sum is always divided by n_classes.",
    zh="你的平均没有计入两个数组里都没有的类别（scikit-learn 就是这样）。本题中它们按 0 计，总和一律除以 n_classes。",
)
def macro_f1(labels, predictions, n_classes):
    tp, fp, fn = table(labels, predictions, n_classes)
    return np.mean(f1(tp, fp, fn)[tp + fp + fn > 0])


@misconception(
    "mean-over-labels-only",
    entry="M08",
    en="Your mean is over the classes that occur among the labels. Those that are only predicted count as well, and "
    "so do those that are nowhere.",
    zh="你只对标签中出现过的类别取平均。只在预测中出现的、以及哪里都没有出现的类别，也要计入。",
)
def macro_f1(labels, predictions, n_classes):
    tp, fp, fn = table(labels, predictions, n_classes)
    return np.mean(f1(tp, fp, fn)[tp + fn > 0])


@misconception(
    "mean-over-predictions-only",
    entry="M08",
    en="Your mean is over the classes that were predicted at least once. A class that is never predicted has F1 = 0, "
    "which has to pull the mean down.",
    zh="你只对预测中出现过的类别取平均。从未被预测到的类别 F1 为 0，应当拉低平均值。",
)
def macro_f1(labels, predictions, n_classes):
    tp, fp, fn = table(labels, predictions, n_classes)
    return np.mean(f1(tp, fp, fn)[tp + fp > 0])


@misconception(
    "one-for-absent-classes",
    entry="M02",
    en="A class that is in neither array counts as 1 in your mean. Here it counts as 0.",
    zh="两个数组里都没有的类别，你按 1 计入平均。本题按 0 计。",
)
def macro_f1(labels, predictions, n_classes):
    tp, fp, fn = table(labels, predictions, n_classes)
    return np.mean(share(2 * tp, 2 * tp + fp + fn, 1.0))


@misconception(
    "nan-for-absent-classes",
    entry="M02",
    en="Your mean is NaN as soon as a class is in neither array: its F1 is 0/0. It counts as 0.",
    zh="只要有一个类别在两个数组里都没有，你的平均就是 NaN：它的 F1 是 0/0。应按 0 计。",
)
def macro_f1(labels, predictions, n_classes):
    tp, fp, fn = table(labels, predictions, n_classes)
    return np.mean(2 * tp / (2 * tp + fp + fn))


@misconception(
    "error-for-classes-without-hits",
    entry="M02",
    en="You divide by precision + recall, which is 0 for a class without a single hit, and the division ends in an "
    "error. Such a class has F1 = 0.",
    zh="你除以了精确率与召回率之和；一次都没有命中的类别，这个和是 0，于是报错。这样的类别 F1 为 0。",
)
def macro_f1(labels, predictions, n_classes):
    tp, fp, fn = table(labels, predictions, n_classes)
    p, r = share(tp, tp + fp).tolist(), share(tp, tp + fn).tolist()
    return sum(2 * a * b / (a + b) for a, b in zip(p, r)) / n_classes


@misconception(
    "weighted-by-support",
    entry="M04",
    en="Your macro F1 weights each class by how often it is a label. That is the weighted average; in macro all "
    "classes count the same.",
    zh="你按各类标签的数量给 F1 加了权，那是加权平均。宏平均里各类的分量相同。",
)
def macro_f1(labels, predictions, n_classes):
    tp, fp, fn = table(labels, predictions, n_classes)
    return np.average(f1(tp, fp, fn), weights=tp + fn)


@misconception(
    "mean-of-recalls",
    entry="",
    en="Your macro F1 is the mean of the recalls (balanced accuracy): what is wrongly predicted as a class is "
    "missing in its denominator.",
    zh="你算的是各类召回率的平均（平衡准确率）：分母里缺少被误判为该类的样本。",
)
def macro_f1(labels, predictions, n_classes):
    tp, _, fn = table(labels, predictions, n_classes)
    return np.mean(share(tp, tp + fn))


@misconception(
    "mean-of-precisions",
    entry="",
    en="Your macro F1 is the mean of the precisions: what was missed of a class is missing in its denominator.",
    zh="你算的是各类精确率的平均：分母里缺少该类漏掉的样本。",
)
def macro_f1(labels, predictions, n_classes):
    tp, fp, _ = table(labels, predictions, n_classes)
    return np.mean(share(tp, tp + fp))


@misconception(
    "sum-not-mean",
    entry="",
    en="Your macro F1 is the sum of the classes' F1, not divided by n_classes.",
    zh="你的宏平均是各类 F1 之和，没有除以 n_classes。",
)
def macro_f1(labels, predictions, n_classes):
    return np.sum(f1(*table(labels, predictions, n_classes)))


@misconception(
    "tp-not-doubled",
    entry="",
    en="For each class you divide TP by TP + FP + FN (the Jaccard index). In F1 the hits count twice, above and below.",
    zh="对每个类别，你用 TP 除以 TP + FP + FN（Jaccard 系数）。在 F1 里，分子和分母中的命中数都要乘 2。",
)
def macro_f1(labels, predictions, n_classes):
    tp, fp, fn = table(labels, predictions, n_classes)
    return np.mean(share(tp, tp + fp + fn))


@misconception(
    "micro-tp-not-doubled",
    entry="",
    en="Your micro F1 divides TP by TP + FP + FN (the Jaccard index). In F1 the hits count twice, above and below.",
    zh="你的微平均是 TP 除以 TP + FP + FN（Jaccard 系数）。在 F1 里，分子和分母中的命中数都要乘 2。",
)
def micro_f1(labels, predictions, n_classes):
    tp, fp, fn = (np.sum(count) for count in table(labels, predictions, n_classes))
    return tp / (tp + fp + fn)


@misconception(
    "class-zero-left-out",
    entry="X04",
    en="Your macro F1 leaves out class 0. Classes are counted from 0.",
    zh="你的宏平均漏掉了类别 0。类别是从 0 数起的。",
)
def macro_f1(labels, predictions, n_classes):
    return np.sum(f1(*table(labels, predictions, n_classes))[1:]) / max(n_classes - 1, 1)


@misconception(
    "last-class-left-out",
    entry="X04",
    en="Your macro F1 leaves out the last class: there are n_classes of them, from 0 to n_classes - 1.",
    zh="你的宏平均漏掉了最后一个类别：一共有 n_classes 类，编号从 0 到 n_classes - 1。",
)
def macro_f1(labels, predictions, n_classes):
    return np.sum(f1(*table(labels, predictions, n_classes))[:-1]) / max(n_classes - 1, 1)


@misconception(
    "last-class-ends-at-highest-label",
    entry="X04",
    en="You take the number of classes from the highest label instead of from n_classes. Where the last classes do not "
    "occur, there are too few.",
    zh="你用最大的标签推算类别数，而没有用 n_classes。最后几类没有出现时，类别数就少了。",
)
def macro_f1(labels, predictions, n_classes):
    return np.mean(f1(*table(labels, predictions, int(labels.max()) + 1)))


@misconception(
    "true-negatives-counted",
    entry="",
    en="Your micro F1 counts the true negatives of every class as hits. F1 does not know TN; with many classes nearly "
    "everything would be right.",
    zh="你的微平均把各类的真反例也算成了命中。F1 不涉及 TN，否则类别一多，几乎全都是对的。",
)
def micro_f1(labels, predictions, n_classes):
    return 1 - 2 * np.mean(labels != predictions) / n_classes


@misconception(
    "micro-without-class-zero",
    entry="",
    en="Your micro F1 leaves out class 0, as one does where it means 'nothing found'. Here all classes count.",
    zh="你的微平均没有计入类别 0（有些任务里它表示“什么都没有”，才这样做）。本题所有类别都要计入。",
)
def micro_f1(labels, predictions, n_classes):
    tp, fp, fn = (np.sum(count[1:]) for count in table(labels, predictions, n_classes))
    return share(2 * tp, 2 * tp + fp + fn)


@misconception(
    "number-of-hits",
    entry="",
    en="Your micro F1 is the number of right predictions. It has to be divided by how many there are.",
    zh="你的微平均是预测正确的个数，还要除以总数。",
)
def micro_f1(labels, predictions, n_classes):
    return np.sum(labels == predictions)


@misconception(
    "results-of-the-wrong-function",
    entry="",
    en="Your two functions are exchanged: macro_f1 gives the micro average, micro_f1 the macro average.",
    zh="你的两个函数互换了：macro_f1 给出的是微平均，micro_f1 给出的是宏平均。",
)
def macro_f1(labels, predictions, n_classes):
    return float(np.mean(labels == predictions))


@misconception("results-of-the-wrong-function")
def micro_f1(labels, predictions, n_classes):
    return np.mean(f1(*table(labels, predictions, n_classes)))


@misconception(
    "codes-overflow",
    entry="T08",
    en="You combine label and prediction to one code, label * n_classes + prediction. For uint8 this does not go "
    "beyond 255: with many classes the codes wrap around.",
    zh="你把标签和预测合成一个编码：label * n_classes + prediction。uint8 最大只到 255，类别多时编码会回绕。",
)
def macro_f1(labels, predictions, n_classes):
    counts = np.bincount(labels * n_classes + predictions, minlength=n_classes**2).reshape(n_classes, n_classes)
    return np.mean(share(2 * np.diag(counts), counts.sum(axis=0) + counts.sum(axis=1)))
