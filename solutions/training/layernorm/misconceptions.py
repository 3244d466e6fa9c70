"""Wrong answers to layernorm that people really give."""

import numpy as np

from grader.checks import misconception


def as_float(x, gamma, beta):
    dtype = np.result_type(x, gamma, beta)
    return np.asarray(x, dtype if dtype.kind == "f" else np.float64)


def normalise(x, gamma, beta, eps, axis=-1, ddof=0, scale=lambda var, eps: np.sqrt(var + eps)):
    """The right answer, unless one of its steps is replaced."""
    x = as_float(x, gamma, beta)
    mean, var = x.mean(axis=axis, keepdims=True), x.var(axis=axis, ddof=ddof, keepdims=True)
    return gamma * (x - mean) / scale(var, eps) + beta


@misconception(
    "over-the-batch",
    entry="H10",
    en="You normalise each feature over the batch: that is batch normalisation. Here each sample is normalised over "
    "its features.",
    zh="你是对每个特征沿批次归一化的，那是批归一化。这里要对每个样本沿特征归一化。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    return normalise(x, gamma, beta, eps, axis=0)


@misconception(
    "second-axis",
    entry="X05",
    en="You normalise along the second axis. That is the last one for a matrix only: in a sequence it is time.",
    zh="你沿第二个轴归一化。只有二维时它才是最后一个轴，在序列里它是时间轴。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    return normalise(x, gamma, beta, eps, axis=1)


@misconception(
    "over-all-but-the-batch",
    entry="H13",
    en="You take one mean for a whole sample. In a sequence every position has its own.",
    zh="你对整个样本只取了一个均值。序列的每个位置应各算各的。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    return normalise(x, gamma, beta, eps, axis=tuple(range(1, x.ndim)))


@misconception(
    "over-all-but-the-last",
    entry="H10",
    en="You take the mean over all axes except the last. It is the last one, alone, along which to take it.",
    zh="你对除最后一个轴以外的所有轴取了平均。应当只沿最后一个轴取。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    return normalise(x, gamma, beta, eps, axis=tuple(range(x.ndim - 1)))


@misconception(
    "over-all-values",
    entry="X05",
    en="Your mean and variance are those of all values together. Every vector along the last axis has its own.",
    zh="你的均值和方差是对所有数值一起算的。沿最后一个轴的每个向量应各算各的。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    return normalise(x, gamma, beta, eps, axis=None)


@misconception(
    "axis-lost",
    entry="X06",
    en="Your mean has lost the last axis, so that it does not broadcast against x, or along the wrong axis.",
    zh="你的均值丢掉了最后一个轴，因此无法与 x 广播，或者沿错误的轴广播。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    x = as_float(x, gamma, beta)
    return gamma * (x - x.mean(axis=-1)) / np.sqrt(x.var(axis=-1) + eps) + beta


@misconception(
    "unbiased-variance",
    entry="H05",
    en="Your variance divides by d - 1. Here it divides by d.",
    zh="你的方差除以了 d - 1。本题除以 d。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    return normalise(x, gamma, beta, eps, ddof=1)


@misconception(
    "eps-outside-root",
    entry="H01",
    en="You added eps to the root. It is added to the variance, before the root is taken.",
    zh="你把 eps 加在了平方根上。应先把它加到方差上，再开方。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    return normalise(x, gamma, beta, eps, scale=lambda var, eps: np.sqrt(var) + eps)


@misconception(
    "eps-missing",
    entry="H08",
    en="Your divisor has no eps: equal features become 0/0, and all others come out a little too large.",
    zh="你的除数里没有 eps：特征全相等时会出现 0/0，其他情况下结果也都偏大一点。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    return normalise(x, gamma, beta, eps, scale=lambda var, eps: np.sqrt(var))


@misconception(
    "root-missing",
    entry="",
    en="You divided by the variance itself: its root was not taken.",
    zh="你直接除以了方差，没有开方。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    return normalise(x, gamma, beta, eps, scale=lambda var, eps: var + eps)


@misconception(
    "other-default",
    entry="H17",
    en="Your default of eps is 1e-5, as in PyTorch. Here it is Keras's 1e-3.",
    zh="你的 eps 默认值是 1e-5（PyTorch 是这样）。本题与 Keras 相同，是 1e-3。",
)
def layernorm(x, gamma, beta, eps=1e-5):
    return normalise(x, gamma, beta, eps)


@misconception(
    "only-centred",
    entry="",
    en="You subtracted the mean, but did not divide by the spread: your vectors keep their variance.",
    zh="你只减去了均值，没有除以标准差，向量的方差没有变。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    return normalise(x, gamma, beta, eps, scale=lambda var, eps: 1.0)


@misconception(
    "no-scale-and-shift",
    entry="H02",
    en="You return the normalised values: gamma and beta have no part in them.",
    zh="你返回的是归一化后的值，gamma 和 beta 没有用上。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    return normalise(x, np.ones_like(gamma), np.zeros_like(beta), eps)


@misconception(
    "shift-is-scaled",
    entry="",
    en="You added beta before multiplying by gamma, so the shift is scaled too.",
    zh="你先加 beta 再乘 gamma，平移量也被缩放了。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    return normalise(x, gamma, gamma * beta, eps)


@misconception(
    "scale-and-shift-swapped",
    entry="",
    en="You multiplied by beta and added gamma: the two are exchanged.",
    zh="你乘了 beta、加了 gamma：两者用反了。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    return normalise(x, beta, gamma, eps)


@misconception(
    "difference-of-squares",
    entry="H15",
    en="Your variance is the mean of the squares minus the square of the mean. Where the mean is large, two huge "
    "numbers cancel and nothing right is left. Subtract the mean first.",
    zh="你的方差是“平方的平均减去平均的平方”。均值很大时，两个巨大的数相减，有效数字全部丢失。应先减去均值再平方。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    x = as_float(x, gamma, beta)
    mean = x.mean(axis=-1, keepdims=True)
    var = np.mean(x**2, axis=-1, keepdims=True) - mean**2
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your result consists of whole numbers where x does: an array made like an integer array cuts off the fraction.",
    zh="x 为整数时，你的结果也成了整数：仿照整数数组建立的数组会把小数部分截掉。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    y = np.zeros_like(x)
    exact = normalise(x, gamma, beta, eps)
    y[...] = np.clip(exact, 0, 255) if x.dtype == np.uint8 else exact
    return y


@misconception(
    "becomes-float64",
    entry="X16",
    en="Your result is float64 for float32 inputs: an array made by `np.zeros` is float64 unless it is told otherwise.",
    zh="输入是 float32 时你的结果成了 float64：`np.zeros` 默认建立 float64 数组。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    y = np.zeros(x.shape)
    y[...] = normalise(x, gamma, beta, eps)
    return y


@misconception(
    "changes-in-place",
    entry="X02",
    en="You changed the caller's x: `-=` and `/=` work in place.",
    zh="你改掉了调用者的 x：`-=` 和 `/=` 是原地运算。",
)
def layernorm(x, gamma, beta, eps=1e-3):
    y = normalise(x, gamma, beta, eps)
    if x.dtype.kind == "f":
        x -= x.mean(axis=-1, keepdims=True)
    return y
