"""Wrong answers to bce_from_logits that people really give."""

import numpy as np

from grader.checks import misconception


def terms(y, z):
    """The loss of each element."""
    return y * softplus(-z) + (1 - y) * softplus(z)


def probability(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)


@misconception(
    "exponential-overflows",
    entry="B11",
    en="Your log(1 + exp(z)) overflows for large logits and becomes infinite. Its exponent must never be large and "
    "positive.",
    zh="logit 很大时，你的 log(1 + exp(z)) 溢出成了无穷大。要换一种写法，让指数永远不会是很大的正数。",
)
def softplus(z):
    return np.log(1 + np.exp(z))


@misconception(
    "both-branches-computed",
    entry="B11",
    en="Your `np.where` chooses the right form, but both forms are computed for every element, and one of them "
    "overflows.",
    zh="你的 `np.where` 选对了写法，但两种写法对每个元素都会算一遍，其中一种会溢出。",
)
def softplus(z):
    return np.where(z > 0, z + np.log1p(np.exp(-z)), np.log1p(np.exp(z)))


@misconception(
    "stable-on-one-side-only",
    entry="B11",
    en="Your form z - z·y + log(1 + exp(-z)) is right on paper, but its exponent is large where z is very negative.",
    zh="你的写法 z - z·y + log(1 + exp(-z)) 在纸上是对的，但 z 是很大的负数时，指数仍会溢出。",
)
def bce_from_logits(y, z):
    return np.mean(z - z * y + np.log1p(np.exp(-z)))


@misconception(
    "absolute-value-missing",
    entry="B11",
    en="Your result is too large for negative logits: the exponential that remains beside max(z, 0) is that of -|z|, "
    "not of -z.",
    zh="logit 为负时你的结果偏大：与 max(z, 0) 相配的指数是 -|z|，不是 -z。",
)
def bce_from_logits(y, z):
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-z)))


@misconception(
    "log-of-saturated-sigmoid",
    entry="B01",
    en="You took the sigmoid first and its logarithm afterwards. In floating point the sigmoid of a large logit is "
    "exactly 0 or 1, and the logarithm of 0 is infinite.",
    zh="你先算 sigmoid 再取对数。logit 很大时，sigmoid 在浮点数里恰好等于 0 或 1，而 log(0) 是无穷大。",
)
def bce_from_logits(y, z):
    p = probability(z)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "clipped-sigmoid",
    entry="C03",
    en="Your loss levels off at about 16: the probability was clipped at 1e-7. From the logits it can be computed "
    "without clipping.",
    zh="你的损失到 16 左右就不再增长：概率在 1e-7 处被截断了。直接由 logit 计算就不需要截断。",
)
def bce_from_logits(y, z):
    p = np.clip(probability(z), 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "clipped-logits",
    entry="C03",
    en="Your loss does not grow beyond a logit of 500: you clipped the logits so that exp does not overflow. A "
    "better form needs no clipping.",
    zh="logit 超过 500 后你的损失就不再增长：你为了不让 exp 溢出而截断了 logit。换一种写法就不需要截断。",
)
def bce_from_logits(y, z):
    return np.mean(terms(y, np.clip(z, -500, 500)))


@misconception(
    "sigmoid-twice",
    entry="B07",
    en="You applied the sigmoid and then a form that expects logits, which applies it again.",
    zh="你先取了 sigmoid，又代入以 logit 为输入的公式，等于取了两次 sigmoid。",
)
def bce_from_logits(y, z):
    return np.mean(terms(y, probability(z)))


@misconception(
    "logits-as-probabilities",
    entry="B07",
    en="You put the logits where probabilities belong and clipped them into (0, 1).",
    zh="你把 logit 当成概率代入，并截断到了 (0, 1) 之间。",
)
def bce_from_logits(y, z):
    p = np.clip(z, 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "labels-exchanged",
    entry="",
    en="Your loss is small where the prediction is wrong: the logit has the wrong sign, or the labels are exchanged.",
    zh="预测错了，你的损失反而小：logit 的符号反了，或者两种标签对调了。",
)
def bce_from_logits(y, z):
    return np.mean(terms(1 - y, z))


@misconception(
    "labels-as-signs",
    entry="",
    en="Your formula log(1 + exp(-y·z)) is the one for labels -1 and 1. With label 0 it gives log 2 for every logit.",
    zh="你的公式 log(1 + exp(-y·z)) 是给标签 -1 和 1 用的。标签为 0 时，无论 logit 是多少它都等于 log 2。",
)
def bce_from_logits(y, z):
    return np.mean(softplus(-(y * z)))


@misconception(
    "label-one-only",
    entry="B05",
    en="Samples with label 0 cost nothing in your loss: their term, softplus of z, is missing.",
    zh="标签为 0 的样本在你的损失里不起作用：少了它们的那一项，即 z 的 softplus。",
)
def bce_from_logits(y, z):
    return np.mean(y * softplus(-z))


@misconception(
    "label-term-missing",
    entry="B05",
    en="Your loss is softplus of z for every element: the labels have no part in it.",
    zh="你对每个元素都取了 z 的 softplus，标签没有起作用。",
)
def bce_from_logits(y, z):
    return np.mean(softplus(z))


@misconception(
    "label-term-added",
    entry="B04",
    en="The term with y·z has the wrong sign in your loss: it is subtracted from softplus of z.",
    zh="你的损失里含 y·z 的那一项符号反了：应当从 z 的 softplus 中减去它。",
)
def bce_from_logits(y, z):
    return np.mean(softplus(z) + y * z)


@misconception(
    "logarithm-dropped",
    entry="",
    en="Your loss is max(z, 0) - y·z only. The logarithm beside it is small far out, but up to log 2 near z = 0.",
    zh="你的损失只有 max(z, 0) - y·z。少掉的对数项在远处很小，但在 z = 0 附近可达 log 2。",
)
def softplus(z):
    return np.maximum(z, 0)


@misconception(
    "no-minus",
    entry="B04",
    en="Your loss is negative: it is the mean logarithm of the probabilities, without the minus.",
    zh="你的损失是负数：这是概率对数的平均，少了负号。",
)
def bce_from_logits(y, z):
    return -np.mean(terms(y, z))


@misconception(
    "sum-not-mean",
    entry="B06",
    en="Your result is the sum over the elements: it was not divided by their number.",
    zh="你的结果是对元素求和，没有除以元素个数。",
)
def bce_from_logits(y, z):
    return np.sum(terms(y, z))


@misconception(
    "mean-over-batch-only",
    entry="L02",
    en="Your result is divided by the number of samples only. Average over all elements.",
    zh="你只除以了样本数。应当对所有元素取平均。",
)
def bce_from_logits(y, z):
    return np.sum(terms(y, z)) / len(y)


@misconception(
    "one-loss-per-sample",
    entry="L02",
    en="Your result still has one loss per sample: the mean ran over the last axis only.",
    zh="你的结果仍是每个样本一个损失：只对最后一个轴取了平均。",
)
def bce_from_logits(y, z):
    return np.mean(terms(y, z), axis=-1)


@misconception(
    "unsigned-labels-wrap",
    entry="T08",
    en="Your minus is taken of the labels before anything else. Unsigned integers have no negative values: -1 wraps "
    "around to 255.",
    zh="你先对标签取了负号。无符号整数没有负值，-1 会回绕成 255。",
)
def bce_from_logits(y, z):
    return np.mean(softplus(z) + -y * z)
