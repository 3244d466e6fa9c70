"""Wrong answers to softmax that people really give."""

import math

import numpy as np

from grader.checks import misconception


def to_float(z):
    """Integers become float64."""
    return z if z.dtype.kind == "f" else z.astype(float)


def shifted(z, axis):
    """The exponentials, without overflow."""
    z = to_float(z)
    return np.exp(z - z.max(axis=axis, keepdims=True))


@misconception(
    "overflows",
    entry="C01",
    en="Your exponentials overflow for large scores: subtract the largest one first. The result does not change.",
    zh="分数很大时，你的指数溢出了。先减去最大的分数，结果不会变。",
)
def softmax(z, axis=-1):
    e = np.exp(to_float(z))
    return e / e.sum(axis=axis, keepdims=True)


@misconception(
    "math-exp-raises",
    entry="C01",
    en="`math.exp` takes one number only, and even then raises an OverflowError for large ones. "
    "Use the NumPy function on the whole array.",
    zh="`math.exp` 只能算一个数，而且数太大时会抛出 OverflowError。请对整个数组使用 NumPy 的函数。",
)
def softmax(z, axis=-1):
    e = math.exp(z)
    return e / sum(e)


@misconception(
    "largest-of-the-whole-array",
    entry="X05",
    en="You subtracted the largest score of the whole array. Groups that lie far below it underflow to 0/0. Each "
    "group needs its own largest score.",
    zh="你减去的是整个数组的最大值，远低于它的那些组会下溢成 0/0。每一组要减自己的最大值。",
)
def softmax(z, axis=-1):
    z = to_float(z)
    e = np.exp(z - np.max(z))
    return e / e.sum(axis=axis, keepdims=True)


@misconception(
    "smallest-subtracted",
    entry="C01",
    en="You subtracted the smallest score, so that the exponents are positive and overflow where the scores are far "
    "apart.",
    zh="你减去的是最小值，指数变成了正数，分数相差很大时就会溢出。",
)
def softmax(z, axis=-1):
    z = to_float(z)
    e = np.exp(z - z.min(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


@misconception(
    "mean-subtracted",
    entry="C01",
    en="You subtracted the mean score: some exponents stay positive, and overflow where the scores are far apart.",
    zh="你减去的是平均值，仍有正的指数，分数相差很大时会溢出。",
)
def softmax(z, axis=-1):
    z = to_float(z)
    e = np.exp(z - z.mean(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


@misconception(
    "divided-by-the-largest",
    entry="",
    en="You divided the scores by the largest one. That changes the result; a number has to be subtracted.",
    zh="你把分数除以了最大值，这会改变结果。应当是减去一个数。",
)
def softmax(z, axis=-1):
    z = to_float(z)
    e = np.exp(z / z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


@misconception(
    "scores-clipped",
    entry="C01",
    en="You clipped the scores to keep the exponentials small: scores beyond the bound all become equal.",
    zh="为了不让指数太大，你截断了分数：超出界限的分数全都变得一样了。",
)
def softmax(z, axis=-1):
    e = np.exp(np.clip(to_float(z), -500, 500))
    return e / e.sum(axis=axis, keepdims=True)


@misconception(
    "first-axis",
    entry="C05",
    en="Your columns sum to 1: you normalised along the first axis, whatever axis is asked for.",
    zh="你的每一列之和为 1：不管要求哪个轴，你都沿第一个轴做了归一化。",
)
def softmax(z, axis=-1):
    e = shifted(z, 0)
    return e / e.sum(axis=0, keepdims=True)


@misconception(
    "always-the-last-axis",
    entry="X04",
    en="You always normalise along the last axis: the axis that is passed in has no part in it.",
    zh="你总是沿最后一个轴归一化：传入的 axis 没有起作用。",
)
def softmax(z, axis=-1):
    e = shifted(z, -1)
    return e / e.sum(axis=-1, keepdims=True)


@misconception(
    "default-axis-one",
    entry="X04",
    en="Your default axis is 1. That is the last one for a matrix only, and a vector has none.",
    zh="你的默认轴是 1。只有矩阵的最后一个轴才是 1，向量根本没有这个轴。",
)
def softmax(z, axis=1):
    e = shifted(z, axis)
    return e / e.sum(axis=axis, keepdims=True)


@misconception(
    "sum-over-everything",
    entry="C10",
    en="Your whole array sums to 1: the sum in the denominator runs over everything, not along one axis.",
    zh="你的整个数组之和为 1：分母对所有元素求了和，而不是只沿一个轴。",
)
def softmax(z, axis=-1):
    e = np.exp(to_float(z) - np.max(z))
    return e / e.sum()


@misconception(
    "axis-dropped",
    entry="X06",
    en="Your sums lost the axis they were taken along, so that they do not line up with their groups (`keepdims`).",
    zh="你的和少了求和的那个轴，与各组对不齐（`keepdims`）。",
)
def softmax(z, axis=-1):
    e = shifted(z, axis)
    return e / e.sum(axis=axis)


@misconception(
    "rows-of-a-matrix-only",
    entry="X04",
    en="Your sums are lined up by transposing, which is right for the rows of a matrix, but not for more axes or "
    "another axis.",
    zh="你用转置来对齐各行的和，这只适用于矩阵的行，轴更多或换一个轴就不对了。",
)
def softmax(z, axis=-1):
    e = shifted(z, axis)
    return (e.T / e.sum(axis=axis)).T


@misconception(
    "length-for-sum",
    entry="C18",
    en="You divided the exponentials by the root of the sum of their squares. Divide by their sum.",
    zh="你把指数除以了它们的平方和的平方根。应除以它们的和。",
)
def softmax(z, axis=-1):
    e = shifted(z, axis)
    return e / np.linalg.norm(e, axis=axis, keepdims=True)


@misconception(
    "not-normalised",
    entry="",
    en="Your result does not sum to 1: the exponentials were not divided by their sum.",
    zh="你的结果之和不是 1：指数没有除以它们的和。",
)
def softmax(z, axis=-1):
    return shifted(z, axis)


@misconception(
    "no-exponential",
    entry="",
    en="You divided the scores themselves by their sum. Without the exponential there are negative probabilities.",
    zh="你直接用分数除以分数之和。没有取指数，会出现负的概率。",
)
def softmax(z, axis=-1):
    z = to_float(z)
    return z / z.sum(axis=axis, keepdims=True)


@misconception(
    "sigmoid-of-each-score",
    entry="",
    en="Your result is the sigmoid of each score by itself: the scores of a group do not compete, their sum is not 1.",
    zh="你的结果是每个分数各自的 sigmoid：同组分数之间没有竞争，加起来也不等于 1。",
)
def softmax(z, axis=-1):
    return 0.5 * (1 + np.tanh(0.5 * to_float(z)))


@misconception(
    "negative-exponents",
    entry="",
    en="Your largest score gets the smallest probability: the sign in the exponent is the wrong way round.",
    zh="你让最高的分数得到了最小的概率：指数的符号反了。",
)
def softmax(z, axis=-1):
    e = shifted(-to_float(z), axis)
    return e / e.sum(axis=axis, keepdims=True)


@misconception(
    "logarithm",
    entry="",
    en="Your result is the logarithm of the probabilities (log-softmax).",
    zh="你的结果是概率的对数（log-softmax）。",
)
def softmax(z, axis=-1):
    z = to_float(z) - np.max(z, axis=axis, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))


@misconception(
    "winner-takes-all",
    entry="",
    en="Your result is 1 for the largest score and 0 elsewhere: that is the argmax, not a soft one.",
    zh="你的结果在最高分处为 1，其余为 0：这是 argmax，并不“软”。",
)
def softmax(z, axis=-1):
    return (z == z.max(axis=axis, keepdims=True)).astype(to_float(z).dtype)


@misconception(
    "base-two",
    entry="",
    en="Your result uses powers of 2. Softmax uses powers of e.",
    zh="你用的是 2 的幂。Softmax 用的是 e 的幂。",
)
def softmax(z, axis=-1):
    e = shifted(to_float(z) * math.log(2), axis)
    return e / e.sum(axis=axis, keepdims=True)


@misconception(
    "rounded",
    entry="X14",
    en="Your probabilities are rounded to four decimals. Return them as they are.",
    zh="你把概率四舍五入到了四位小数。请原样返回。",
)
def softmax(z, axis=-1):
    e = shifted(z, axis)
    return np.round(e / e.sum(axis=axis, keepdims=True), 4)


@misconception(
    "scores-changed",
    entry="X02",
    en="You subtracted the largest score within the caller's array: `-=` changes it in place.",
    zh="你在调用者的数组里减去了最大值：`-=` 会原地修改数组。",
)
def softmax(z, axis=-1):
    z -= z.max(axis=axis, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=axis, keepdims=True)


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your probabilities were put into an array like z: where z holds integers, they were cut off to 0 and 1.",
    zh="你把概率放进了仿照 z 建立的数组：z 为整数时，概率被截成了 0 和 1。",
)
def softmax(z, axis=-1):
    p = np.zeros_like(z)
    e = shifted(z, axis)
    p[...] = e / e.sum(axis=axis, keepdims=True)
    return p


@misconception(
    "bytes-wrap",
    entry="T08",
    en="Your subtraction wraps around for unsigned integers: -1 becomes 255. Convert to floating point first.",
    zh="无符号整数相减会回绕：-1 变成了 255。应先转换成浮点数。",
)
def softmax(z, axis=-1):
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


@misconception(
    "float32-lost",
    entry="X16",
    en="Your result is float64 for float32: the scores were converted, or collected in an array of the default dtype.",
    zh="输入是 float32 时，你的结果成了 float64：分数被转换过，或放进了一个默认 dtype 的数组。",
)
def softmax(z, axis=-1):
    e = shifted(z.astype(float), axis)
    return e / e.sum(axis=axis, keepdims=True)
