"""Wrong answers to robust-losses that people really give."""

import numpy as np

from grader.checks import misconception


def branches(e, delta):
    return np.where(e <= delta, 0.5 * e**2, delta * (e - 0.5 * delta))


@misconception(
    "sum-not-mean",
    entry="L01",
    en="Your losses are sums over the elements: they were not divided by the number of elements.",
    zh="你的损失是对元素求和的结果，没有除以元素个数。",
)
def mae(y, y_hat):
    return np.sum(sizes(y, y_hat))


@misconception("sum-not-mean")
def huber(y, y_hat, delta=1.0):
    return np.sum(branches(sizes(y, y_hat), delta))


@misconception(
    "mean-over-batch-only",
    entry="L02",
    en="Your losses are divided by the number of samples only. With several outputs per sample, average over all "
    "elements.",
    zh="你只除以了样本数。每个样本有多个输出时，要对所有元素取平均。",
)
def mae(y, y_hat):
    return np.sum(sizes(y, y_hat)) / len(y)


@misconception("mean-over-batch-only")
def huber(y, y_hat, delta=1.0):
    return np.sum(branches(sizes(y, y_hat), delta)) / len(y)


@misconception(
    "one-loss-per-sample",
    entry="L02",
    en="Your result still has one loss per sample: the mean ran over the last axis only.",
    zh="你的结果仍是每个样本一个损失：只对最后一个轴取了平均。",
)
def mae(y, y_hat):
    return np.mean(sizes(y, y_hat), axis=-1)


@misconception("one-loss-per-sample")
def huber(y, y_hat, delta=1.0):
    return np.mean(branches(sizes(y, y_hat), delta), axis=-1)


@misconception(
    "errors-cancel",
    entry="L08",
    en="You averaged the errors first and took the absolute value afterwards, so that errors of opposite sign cancel.",
    zh="你先对误差取平均，再取绝对值，正负误差会相互抵消。",
)
def mae(y, y_hat):
    return np.abs(np.mean(np.asarray(y, dtype=float) - y_hat))


@misconception(
    "difference-of-absolute-values",
    entry="L08",
    en="You took absolute values before subtracting: |y| - |ŷ| is not |y - ŷ|.",
    zh="你先取绝对值、后相减：|y| - |ŷ| 不等于 |y - ŷ|。",
)
def mae(y, y_hat):
    return np.mean(np.abs(np.abs(np.asarray(y, dtype=float)) - np.abs(y_hat)))


@misconception(
    "no-absolute-value",
    entry="L08",
    en="Your mean absolute error can be negative: the errors were averaged with their signs.",
    zh="你的平均绝对误差会出现负数：误差带着符号就取了平均。",
)
def mae(y, y_hat):
    return np.mean(np.asarray(y, dtype=float) - y_hat)


@misconception(
    "root-mean-square",
    entry="L08",
    en="Your mean absolute error is the root of the mean squared error. Each error has its absolute value taken "
    "on its own.",
    zh="你的 mae 其实是均方误差的平方根。应当对每个误差分别取绝对值。",
)
def mae(y, y_hat):
    return np.sqrt(np.mean(sizes(y, y_hat) ** 2))


@misconception(
    "median-not-mean",
    entry="",
    en="Your result is the median of the absolute errors. MAE is their mean.",
    zh="你取的是绝对误差的中位数。MAE 是它们的平均值。",
)
def mae(y, y_hat):
    return np.median(sizes(y, y_hat))


@misconception(
    "line-without-offset",
    entry="L06",
    en="Your line lacks its offset: at |e| = delta it gives delta², where the parabola ends at ½·delta².",
    zh="你的直线少了常数项：在 |e| = delta 处它等于 delta²，而抛物线到这里是 ½·delta²，两支接不上。",
)
def huber(y, y_hat, delta=1.0):
    e = sizes(y, y_hat)
    return np.mean(np.where(e <= delta, 0.5 * e**2, delta * e))


@misconception(
    "line-with-slope-one",
    entry="L06",
    en="Your line has the slope 1 for every delta. The parabola ends with the slope delta, and the "
    "line goes on with it.",
    zh="不论 delta 是多少，你的直线斜率都是 1。抛物线在分界处的斜率是 delta，直线应当沿这个斜率继续。",
)
def huber(y, y_hat, delta=1.0):
    e = sizes(y, y_hat)
    return np.mean(np.where(e <= delta, 0.5 * e**2, e - 0.5 * delta))


@misconception(
    "parabola-without-half",
    entry="L06",
    en="Your parabola is e², not ½e²: at |e| = delta it is twice as high as the line.",
    zh="你的抛物线是 e²，而不是 ½e²：在 |e| = delta 处它比直线高一倍。",
)
def huber(y, y_hat, delta=1.0):
    e = sizes(y, y_hat)
    return np.mean(np.where(e <= delta, e**2, delta * (e - 0.5 * delta)))


@misconception(
    "twice-huber",
    entry="E02",
    en="Your Huber loss is twice the asked one: e² and delta·(2|e| - delta), without the factor ½.",
    zh="你的 Huber 损失是应有值的两倍：用的是 e² 和 delta·(2|e| - delta)，少了系数 ½。",
)
def huber(y, y_hat, delta=1.0):
    return 2 * np.mean(branches(sizes(y, y_hat), delta))


@misconception(
    "smooth-l1",
    entry="",
    en="Your result is the Huber loss divided by delta: that is the smooth L1 loss of other libraries.",
    zh="你的结果是 Huber 损失除以 delta，那是别的库里的 smooth L1 损失。",
)
def huber(y, y_hat, delta=1.0):
    return np.mean(branches(sizes(y, y_hat), delta)) / delta


@misconception(
    "pseudo-huber",
    entry="",
    en="Your result is the pseudo-Huber loss, which joins the two branches smoothly by a root. Its values differ.",
    zh="你的结果是 pseudo-Huber 损失：它用平方根把两支光滑地连起来，数值不一样。",
)
def huber(y, y_hat, delta=1.0):
    return np.mean(delta**2 * (np.sqrt(1 + (sizes(y, y_hat) / delta) ** 2) - 1))


@misconception(
    "flat-beyond-delta",
    entry="L06",
    en="Your loss stops growing at |e| = delta: the error was clipped before it was squared. Beyond delta it goes on "
    "as a line.",
    zh="你的损失到 |e| = delta 就不再增长：误差先被截断、再平方。超过 delta 之后应当沿直线继续增长。",
)
def huber(y, y_hat, delta=1.0):
    return np.mean(0.5 * np.minimum(sizes(y, y_hat), delta) ** 2)


@misconception(
    "signed-error-decides",
    entry="",
    en="Large negative errors still land on your parabola: the error was compared with delta, not its absolute value.",
    zh="你的代码把很大的负误差仍算在抛物线上：与 delta 比较的是带符号的误差，而不是它的绝对值。",
)
def huber(y, y_hat, delta=1.0):
    e = np.asarray(y_hat, dtype=float) - y
    return np.mean(np.where(e <= delta, 0.5 * e**2, delta * (np.abs(e) - 0.5 * delta)))


@misconception(
    "branches-exchanged",
    entry="",
    en="Your branches are exchanged: small errors are on the line and large ones on the parabola.",
    zh="你的两支对调了：小误差用了直线，大误差反而用了抛物线。",
)
def huber(y, y_hat, delta=1.0):
    e = sizes(y, y_hat)
    return np.mean(np.where(e > delta, 0.5 * e**2, delta * (e - 0.5 * delta)))


@misconception(
    "one-branch-for-all",
    entry="",
    en="Your mean error decides which branch all elements take. Each element chooses its own.",
    zh="你用平均误差决定所有元素走哪一支。应当由每个元素各自决定。",
)
def huber(y, y_hat, delta=1.0):
    e = sizes(y, y_hat)
    return np.mean(0.5 * e**2 if np.mean(e) <= delta else delta * (e - 0.5 * delta))


@misconception(
    "if-on-an-array",
    entry="X12",
    en="Your `if` compares a whole array with delta, and NumPy cannot say whether that is true. The choice is one per "
    "element.",
    zh="你的 `if` 拿整个数组与 delta 比较，NumPy 无法判断真假。每个元素都要单独选择。",
)
def huber(y, y_hat, delta=1.0):
    e = sizes(y, y_hat)
    if e <= delta:
        return np.mean(0.5 * e**2)
    return np.mean(delta * (e - 0.5 * delta))


@misconception(
    "corner-left-out",
    entry="L06",
    en="Errors of exactly delta count as 0 in your loss: they are neither below nor above it.",
    zh="恰好等于 delta 的误差在你的损失里算成了 0：既不小于也不大于，两支都漏掉了它。",
)
def huber(y, y_hat, delta=1.0):
    e = sizes(y, y_hat)
    return np.mean((e < delta) * 0.5 * e**2 + (e > delta) * delta * (e - 0.5 * delta))


@misconception(
    "delta-ignored",
    entry="X04",
    en="Your loss is the one for delta = 1 whatever `delta` is.",
    zh="不论 `delta` 是多少，你算的都是 delta = 1 的损失。",
)
def huber(y, y_hat, delta=1.0):
    return np.mean(branches(sizes(y, y_hat), 1.0))


@misconception(
    "integers-wrap",
    entry="T08",
    en="Unsigned integers wrap around when they are subtracted. Convert to floating point first.",
    zh="无符号整数相减会回绕，先转换成浮点数再减。",
)
def sizes(y, y_hat):
    return np.abs(y - y_hat)
