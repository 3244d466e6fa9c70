"""Wrong answers to binary_cross_entropy that people really give."""

import numpy as np

from grader.checks import misconception


def terms(y, p, eps):
    """The loss of each element."""
    p = np.clip(p, eps, 1 - eps)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "no-clipping",
    entry="B01",
    en="Your loss takes log(0) where p is exactly 0 or 1: p was not clipped, so the result is infinite or, "
    "from 0·log 0, not a number.",
    zh="p 恰好为 0 或 1 时，你算了 log(0)：没有截断 p，结果是无穷大，或者由 0·log 0 得到 NaN。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "clipped-below-only",
    entry="B02",
    en="Your p is kept away from 0 but not from 1, where 1 - p is 0 and its logarithm infinite.",
    zh="你只限制了 p 不接近 0，没有限制它不接近 1。p 为 1 时 1 - p 为 0，对数是无穷大。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    p = np.maximum(p, eps)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "eps-added-to-one-side",
    entry="B02",
    en="You added eps to p, but 1 - p is not protected: where p is 1, it is 0 or negative.",
    zh="你给 p 加了 eps，1 - p 却没有保护：p 为 1 时它为 0 甚至为负。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    p = p + eps
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "eps-added-not-clipped",
    entry="B02",
    en="You added eps inside the logarithms. That shifts every probability; clipping changes only those outside "
    "the interval.",
    zh="你在对数里加了 eps，这会让每个概率都偏移。截断只改变区间外的值。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    return -np.mean(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps))


@misconception(
    "clipped-and-eps-added",
    entry="B02",
    en="You clipped p and then added eps once more inside the logarithms, as some old library versions did: the "
    "largest loss comes out too small.",
    zh="你截断之后又在对数里加了一次 eps（某些旧版本的库就是这样），最大的损失因此偏小。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    p = np.clip(p, eps, 1 - eps)
    return -np.mean(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps))


@misconception(
    "eps-ignored",
    entry="X04",
    en="Your p is clipped at 1e-7 whatever `eps` is.",
    zh="不论 `eps` 是多少，你总是在 1e-7 处截断。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    return np.mean(terms(y, p, 1e-7))


@misconception(
    "other-default-eps",
    entry="B03",
    en="Without a given eps you clip at 1e-15, not at 1e-7: a wrong certainty costs 34.5 with you, not 16.1. In "
    "float32, 1 - 1e-15 would be exactly 1.",
    zh="不给 eps 时，你截断在 1e-15 而不是 1e-7：十分自信却答错时，你的损失是 34.5，而不是 16.1。"
    "在 float32 里，1 - 1e-15 恰好等于 1。",
)
def binary_cross_entropy(y, p, eps=1e-15):
    return np.mean(terms(y, p, eps))


@misconception(
    "no-minus",
    entry="B04",
    en="Your loss is negative: logarithms of probabilities are, and the minus in front is missing.",
    zh="你的损失是负数：概率的对数为负，前面少了负号。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    return -np.mean(terms(y, p, eps))


@misconception(
    "label-one-only",
    entry="B05",
    en="Samples with label 0 cost nothing in your loss: the term with 1 - y and 1 - p is missing.",
    zh="标签为 0 的样本在你的损失里不起作用：少了含 1 - y 和 1 - p 的那一项。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    return -np.mean(y * np.log(np.clip(p, eps, 1 - eps)))


@misconception(
    "sum-not-mean",
    entry="B06",
    en="Your result is the sum over the elements: it was not divided by their number.",
    zh="你的结果是对元素求和，没有除以元素个数。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    return np.sum(terms(y, p, eps))


@misconception(
    "mean-over-batch-only",
    entry="L02",
    en="Your result is divided by the number of samples only. Average over all elements.",
    zh="你只除以了样本数。应当对所有元素取平均。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    return np.sum(terms(y, p, eps)) / len(y)


@misconception(
    "one-loss-per-sample",
    entry="L02",
    en="Your result still has one loss per sample: the mean ran over the last axis only.",
    zh="你的结果仍是每个样本一个损失：只对最后一个轴取了平均。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    return np.mean(terms(y, p, eps), axis=-1)


@misconception(
    "labels-exchanged",
    entry="",
    en="Your loss is small where the prediction is wrong: log p belongs to label 1 and log(1 - p) to label 0.",
    zh="预测错了，你的损失反而小：log p 对应标签 1，log(1 - p) 对应标签 0。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    return np.mean(terms(1 - y, p, eps))


@misconception(
    "arguments-exchanged",
    entry="",
    en="You took the logarithm of the labels and weighted it with the probabilities: the two arguments are exchanged.",
    zh="你对标签取了对数，再用概率加权：两个参数弄反了。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    return np.mean(terms(p, y, eps))


@misconception(
    "bracket-misplaced",
    entry="",
    en="Your second term is (1 - y)(1 - log p). The 1 - p belongs inside the logarithm.",
    zh="你的第二项写成了 (1 - y)(1 - log p)。1 - p 应当在对数里面。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    log_p = np.log(np.clip(p, eps, 1 - eps))
    return -np.mean(y * log_p + (1 - y) * (1 - log_p))


@misconception(
    "base-two",
    entry="",
    en="Your loss is in bits: the logarithm has base 2. The natural logarithm is asked for.",
    zh="你的损失以比特为单位：用了以 2 为底的对数。本题要求自然对数。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    return np.mean(terms(y, p, eps)) / np.log(2)


@misconception(
    "sigmoid-again",
    entry="B07",
    en="You applied a sigmoid to p. It holds probabilities already.",
    zh="你对 p 又取了一次 sigmoid，而它本来就是概率。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    return np.mean(terms(y, 1 / (1 + np.exp(-p)), eps))


@misconception(
    "squared-error",
    entry="",
    en="Your result is the mean squared error of the probabilities. There is no logarithm in it.",
    zh="你的结果是概率的均方误差，里面没有对数。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    return np.mean((y - np.clip(p, eps, 1 - eps)) ** 2)


@misconception(
    "dot-of-matrices",
    entry="B09",
    en="You multiplied labels and logarithms with a dot product. For vectors that is the sum of products, for arrays "
    "with more axes it is a matrix product.",
    zh="你用点积把标签和对数相乘。对向量来说这是乘积之和，对更高维的数组却是矩阵乘法。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    p = np.clip(p, eps, 1 - eps)
    return -(np.dot(y, np.log(p)) + np.dot(1 - y, np.log(1 - p))) / y.size


@misconception(
    "unsigned-labels-wrap",
    entry="T08",
    en="Your minus is taken of the labels before anything else. Unsigned integers have no negative values: -1 wraps "
    "around to 255.",
    zh="你先对标签取了负号。无符号整数没有负值，-1 会回绕成 255。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    p = np.clip(p, eps, 1 - eps)
    return np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p))


@misconception(
    "clips-in-place",
    entry="X02",
    en="You clipped the caller's array in place: the probabilities are changed after the call.",
    zh="你在调用者的数组上原地截断：调用之后概率就变了。",
)
def binary_cross_entropy(y, p, eps=1e-7):
    p[p < eps] = eps
    p[p > 1 - eps] = 1 - eps
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
