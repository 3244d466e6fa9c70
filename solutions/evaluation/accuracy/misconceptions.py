"""Wrong answers to accuracy that people really give."""

import numpy as np

from grader.checks import misconception


def predicted(scores):
    return np.argmax(scores, axis=1) if scores.ndim == 2 else scores


@misconception(
    "wrong-axis",
    entry="X05",
    en="Your argmax runs over the samples: it finds the best sample of each class, not the best class of "
    "each sample. Where n and k differ that ends in an error.",
    zh="你的 argmax 是沿样本方向取的：找到的是每个类别得分最高的样本，而不是每个样本得分最高的类别；"
    "n 与 k 不等时还会报错。",
)
def accuracy(labels, scores):
    return np.mean(labels == (np.argmax(scores, axis=0) if scores.ndim == 2 else scores))


@misconception(
    "argmax-of-the-whole-batch",
    entry="X05",
    en="Your argmax has no axis, so that it gives one place in the flattened batch for all samples.",
    zh="你的 argmax 没有指定轴，得到的只是整个批次展平后的一个位置。",
)
def accuracy(labels, scores):
    return np.mean(labels == (np.argmax(scores) if scores.ndim == 2 else scores))


@misconception(
    "smallest-score",
    entry="",
    en="You took the smallest score of each row for the prediction. It is the largest.",
    zh="你把每行得分最低的类别当成了预测，应取最高的。",
)
def accuracy(labels, scores):
    return np.mean(labels == (np.argmin(scores, axis=1) if scores.ndim == 2 else scores))


@misconception(
    "every-sample-with-every-other",
    entry="M05",
    en="Your predictions have the shape (n, 1), and with labels of shape (n,) they broadcast to (n, n): each label was "
    "compared with each prediction.",
    zh="你的预测形状是 (n, 1)，与形状 (n,) 的标签比较时广播成了 (n, n)：每个标签都与每个预测比了一遍。",
)
def accuracy(labels, scores):
    return np.mean(labels == predicted(scores).reshape(-1, 1))


@misconception(
    "sum-over-n-of-the-broadcast",
    entry="M05",
    en="Your result can exceed 1: predictions of shape (n, 1) and labels of shape (n,) broadcast to (n, n), and the "
    "hits of all pairs are divided by n.",
    zh="你的结果可能大于 1：形状 (n, 1) 的预测与形状 (n,) 的标签广播成 (n, n)，所有配对的命中数之和除以了 n。",
)
def accuracy(labels, scores):
    return np.sum(labels == predicted(scores).reshape(-1, 1)) / len(labels)


@misconception(
    "one-hot-element-by-element",
    entry="M06",
    en="You compared one-hot rows element by element. Their zeros agree even where the prediction is wrong; a sample "
    "is right or wrong as a whole.",
    zh="你逐个元素比较 one-hot 行。即使预测错了，大部分 0 也是相同的；一个样本应当整体判断对错。",
)
def accuracy(labels, scores):
    if scores.ndim == 1:
        return np.mean(labels == scores)
    classes = np.arange(scores.shape[1])
    return np.mean((labels[:, None] == classes) == (predicted(scores)[:, None] == classes))


@misconception(
    "threshold-one-half",
    entry="M10",
    en="You take a class as predicted if its score is above 0.5. The largest of the row is the prediction, also if it "
    "is smaller than 0.5, and logits may all be larger.",
    zh="你把得分超过 0.5 的类别当作预测。应取一行中最大的那个：它可能小于 0.5，而 logit 也可能全都大于 0.5。",
)
def accuracy(labels, scores):
    if scores.ndim == 1:
        return np.mean(labels == scores)
    return np.mean(scores[np.arange(len(labels)), labels] > 0.5)


@misconception(
    "largest-magnitude",
    entry="",
    en="You took the score of the largest magnitude. A very negative score speaks against its class.",
    zh="你取的是绝对值最大的得分。很大的负数恰恰说明不是这个类别。",
)
def accuracy(labels, scores):
    return np.mean(labels == (np.argmax(np.abs(scores), axis=1) if scores.ndim == 2 else scores))


@misconception(
    "mean-score-of-the-true-class",
    entry="",
    en="Your result is the mean score of the true class. Accuracy only counts whether it is the largest.",
    zh="你的结果是真实类别得分的平均值。准确率只看它是不是最高的，然后计数。",
)
def accuracy(labels, scores):
    if scores.ndim == 1:
        return np.mean(labels == scores)
    return np.mean(scores[np.arange(len(labels)), labels])


@misconception(
    "top-two",
    entry="",
    en="You count a sample as right if its class has one of the two largest scores (top-2). Only the largest counts.",
    zh="只要真实类别的得分排在前两名，你就算它正确（top-2）。只有最高的才算。",
)
def accuracy(labels, scores):
    if scores.ndim == 1:
        return np.mean(labels == scores)
    return np.mean((np.argsort(scores, axis=1)[:, -2:] == labels[:, None]).any(axis=1))


@misconception(
    "only-scores",
    entry="",
    en="You take argmax of predicted classes as well, or need a second axis. Scores of shape (n,) are the predictions.",
    zh="输入已经是预测类别时，你仍去取 argmax，或者要求有第二个轴。形状 (n,) 的 scores 本身就是预测。",
)
def accuracy(labels, scores):
    return np.mean(labels == np.argmax(scores, axis=-1))


@misconception(
    "only-classes",
    entry="",
    en="Your function handles predicted classes only. Scores of shape (n, k) have to be turned into classes first.",
    zh="你的函数只能处理预测类别。形状 (n, k) 的得分要先变成类别。",
)
def accuracy(labels, scores):
    return np.sum([np.all(label == score) for label, score in zip(labels, scores)]) / len(labels)


@misconception(
    "count",
    entry="L01",
    en="Your result is the number of hits: it was not divided by the number of samples.",
    zh="你的结果是命中的个数，没有除以样本数。",
)
def accuracy(labels, scores):
    return np.sum(labels == predicted(scores))


@misconception(
    "percent",
    entry="",
    en="Your result is in percent. A share from 0 to 1 is asked for.",
    zh="你的结果是百分数。题目要的是 0 到 1 之间的比例。",
)
def accuracy(labels, scores):
    return 100 * np.mean(labels == predicted(scores))


@misconception(
    "error-rate",
    entry="",
    en="Your result is the share of wrong predictions. Accuracy is that of the right ones.",
    zh="你的结果是预测错误的比例（错误率）。准确率是预测正确的比例。",
)
def accuracy(labels, scores):
    return np.mean(labels != predicted(scores))


@misconception(
    "divided-by-all-scores",
    entry="L02",
    en="You divided the hits by the number of scores, n·k. There are n samples.",
    zh="你用命中数除以了得分的总个数 n·k。样本只有 n 个。",
)
def accuracy(labels, scores):
    return np.sum(labels == predicted(scores)) / scores.size


@misconception(
    "mean-over-the-classes",
    entry="M04",
    en="Your result is the mean of the accuracies of each class (balanced accuracy). Here each sample counts the same.",
    zh="你的结果是各类别准确率的平均（平衡准确率）。本题中每个样本的权重相同。",
)
def accuracy(labels, scores):
    hits = labels == predicted(scores)
    return np.mean([np.mean(hits[labels == c]) for c in np.unique(labels)])


@misconception(
    "distance-between-classes",
    entry="",
    en="You subtract the classes from each other. Their numbers are names: 4 in place of 1 is no worse than 2.",
    zh="你把类别编号相减了。编号只是名字：把 1 错认成 4 并不比错认成 2 更糟。",
)
def accuracy(labels, scores):
    return 1 - np.mean(np.abs(labels.astype(float) - predicted(scores)))


@misconception(
    "all-or-nothing",
    entry="",
    en="Your result is 1 if all predictions are right and else 0 (an integer division does that, too). The share of "
    "the right ones is asked for.",
    zh="你的结果在全部预测正确时为 1，否则为 0（用整数除法也会这样）。题目要的是正确的比例。",
)
def accuracy(labels, scores):
    return float(np.all(labels == predicted(scores)))


@misconception(
    "one-value-per-sample",
    entry="M05",
    en="Your result has one value per sample. Average them.",
    zh="你的结果是每个样本一个值，还应取平均。",
)
def accuracy(labels, scores):
    return (labels == predicted(scores)).astype(float)


@misconception(
    "rounded",
    entry="X14",
    en="Your result is rounded to two decimals. Return it as it is.",
    zh="你的结果四舍五入到了两位小数，应原样返回。",
)
def accuracy(labels, scores):
    return round(float(np.mean(labels == predicted(scores))), 2)
