"""Wrong answers to cross_entropy that people really give."""

import numpy as np

from grader.checks import misconception


def terms(y, p, eps):
    """What each element contributes, (n, k)."""
    return -(y * np.log(np.clip(p, eps, 1 - eps)))


@misconception(
    "mean-over-all-elements",
    entry="L02",
    en="Your result is k times too small: you averaged over all n·k elements. Sum over the classes, average over "
    "the samples.",
    zh="你的结果小了 k 倍：你对全部 n·k 个元素取了平均。应当对类别求和、对样本取平均。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return np.mean(terms(y_onehot, p, eps))


@misconception(
    "divided-by-classes",
    entry="C05",
    en="Your result is divided by the number of classes and not by the number of samples: the axes are exchanged.",
    zh="你除以的是类别数而不是样本数：两个轴弄反了。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return np.mean(np.sum(terms(y_onehot, p, eps), axis=0))


@misconception(
    "sum-not-mean",
    entry="B06",
    en="Your result is the sum over the samples: it was not divided by their number.",
    zh="你的结果是对样本求和，没有除以样本数。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return np.sum(terms(y_onehot, p, eps))


@misconception(
    "one-loss-per-sample",
    entry="",
    en="Your result still has one loss per sample. Average them.",
    zh="你的结果仍是每个样本一个损失，还应对样本取平均。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return np.sum(terms(y_onehot, p, eps), axis=1)


@misconception(
    "no-clipping",
    entry="B01",
    en="Your loss takes log(0) where a probability is exactly 0: p was not clipped, so the result is infinite or, "
    "from 0·log 0, not a number.",
    zh="概率恰好为 0 时，你算了 log(0)：没有截断 p，结果是无穷大，或者由 0·log 0 得到 NaN。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return -np.sum(y_onehot * np.log(p)) / len(p)


@misconception(
    "clipped-below-only",
    entry="B02",
    en="Your p is kept away from 0 but not from 1: it is clipped at both ends.",
    zh="你只限制了 p 的下端，没有限制上端。截断在两端都要做。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return -np.sum(y_onehot * np.log(np.maximum(p, eps))) / len(p)


@misconception(
    "eps-added-not-clipped",
    entry="B02",
    en="You added eps inside the logarithm. That shifts every probability; clipping changes only those outside the "
    "interval.",
    zh="你在对数里加了 eps，这会让每个概率都偏移。截断只改变区间外的值。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return -np.sum(y_onehot * np.log(p + eps)) / len(p)


@misconception(
    "eps-ignored",
    entry="X04",
    en="Your p is clipped at 1e-7 whatever `eps` is.",
    zh="不论 `eps` 是多少，你总是在 1e-7 处截断。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return np.sum(terms(y_onehot, p, 1e-7)) / len(p)


@misconception(
    "other-default-eps",
    entry="C03",
    en="Without a given eps you clip at 1e-10, not at 1e-7: a wrong certainty costs 23.0 with you, not 16.1.",
    zh="不给 eps 时，你截断在 1e-10 而不是 1e-7：十分自信却答错时，你的损失是 23.0，而不是 16.1。",
)
def cross_entropy(y_onehot, p, eps=1e-10):
    return np.sum(terms(y_onehot, p, eps)) / len(p)


@misconception(
    "rows-normalised-before",
    entry="",
    en="You divided each row by its sum before clipping, as Keras does. Here p is taken as it is.",
    zh="你在截断之前先把每一行除以它的和（Keras 就是这样）。本题直接使用 p。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return np.sum(terms(y_onehot, p / p.sum(axis=1, keepdims=True), eps)) / len(p)


@misconception(
    "rows-normalised-after",
    entry="",
    en="You divided each row by its sum after clipping. The clipped values are used as they are.",
    zh="你在截断之后又把每一行除以它的和。截断后的值应当直接使用。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    p = np.clip(p, eps, 1 - eps)
    return -np.sum(y_onehot * np.log(p / p.sum(axis=1, keepdims=True))) / len(p)


@misconception(
    "no-minus",
    entry="B04",
    en="Your loss is negative: logarithms of probabilities are, and the minus in front is missing.",
    zh="你的损失是负数：概率的对数为负，前面少了负号。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return -np.sum(terms(y_onehot, p, eps)) / len(p)


@misconception(
    "no-logarithm",
    entry="C09",
    en="Your result is minus the mean probability of the true class: the logarithm is missing.",
    zh="你的结果是真实类别概率的平均取负，少了对数。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return -np.sum(y_onehot * np.clip(p, eps, 1 - eps)) / len(p)


@misconception(
    "base-two",
    entry="",
    en="Your loss is in bits: the logarithm has base 2. The natural logarithm is asked for.",
    zh="你的损失以比特为单位：用了以 2 为底的对数。本题要求自然对数。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return np.sum(terms(y_onehot, p, eps)) / len(p) / np.log(2)


@misconception(
    "binary-terms-added",
    entry="",
    en="You added (1 - y) log(1 - p) for the other classes: that is k binary cross-entropies. Here only the true class "
    "counts.",
    zh="你对其他类别加了 (1 - y) log(1 - p)，那是 k 个二元交叉熵之和。本题只计真实类别。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return np.sum(terms(y_onehot, p, eps) + terms(1 - y_onehot, 1 - p, eps)) / len(p)


@misconception(
    "predicted-class",
    entry="",
    en="You took the largest probability of each row, that of the predicted class. The loss looks at the true class.",
    zh="你取了每行最大的概率，也就是预测类别的概率。损失看的是真实类别的概率。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return -np.mean(np.log(np.clip(np.max(p, axis=1), eps, 1 - eps)))


@misconception(
    "arguments-exchanged",
    entry="",
    en="You took the logarithm of the labels and weighted it with the probabilities: the two arguments are exchanged.",
    zh="你对标签取了对数，再用概率加权：两个参数弄反了。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return np.sum(terms(p, y_onehot, eps)) / len(p)


@misconception(
    "softmax-again",
    entry="B07",
    en="You applied a softmax to p. It holds probabilities already.",
    zh="你对 p 又取了一次 softmax，而它本来就是概率。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    q = np.exp(p) / np.exp(p).sum(axis=1, keepdims=True)
    return np.sum(terms(y_onehot, q, eps)) / len(p)


@misconception(
    "matrix-product",
    entry="B09",
    en="You multiplied labels and logarithms as matrices and added everything up: that pairs each label with the "
    "logarithms of all classes.",
    zh="你把标签和对数做了矩阵乘法，再把所有元素加起来：这样每个标签与所有类别的对数都配了对。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return -np.sum(y_onehot.T @ np.log(np.clip(p, eps, 1 - eps))) / len(p)


@misconception(
    "every-row-for-every-label",
    entry="C07",
    en="Your index `[:, labels]` picks, in every row, the classes of all samples. Each row needs the class of its own "
    "sample only.",
    zh="你的下标 `[:, labels]` 在每一行都取了所有样本的类别。每一行只应取它自己那个样本的类别。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return -np.mean(np.log(np.clip(p, eps, 1 - eps))[:, np.argmax(y_onehot, axis=1)])


@misconception(
    "unsigned-labels-wrap",
    entry="T08",
    en="Your minus is taken of the labels before anything else. Unsigned integers have no negative values: -1 wraps "
    "around to 255.",
    zh="你先对标签取了负号。无符号整数没有负值，-1 会回绕成 255。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    return np.sum(-y_onehot * np.log(np.clip(p, eps, 1 - eps))) / len(p)


@misconception(
    "clips-in-place",
    entry="X02",
    en="You clipped the caller's array in place: the probabilities are changed after the call.",
    zh="你在调用者的数组上原地截断：调用之后概率就变了。",
)
def cross_entropy(y_onehot, p, eps=1e-7):
    p[p < eps] = eps
    p[p > 1 - eps] = 1 - eps
    return -np.sum(y_onehot * np.log(p)) / len(p)
