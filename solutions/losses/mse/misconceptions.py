"""Wrong answers to mse that people really give."""

import numpy as np

from grader.checks import misconception


@misconception(
    "sum-not-mean",
    entry="L01",
    en="Your result is the sum of the squared errors: it was not divided by the number of elements.",
    zh="你的结果是平方误差之和，没有除以元素个数。",
)
def mse(y, y_hat):
    return np.sum((np.asarray(y, dtype=float) - y_hat) ** 2)


@misconception(
    "mean-over-batch-only",
    entry="L02",
    en="Your result is divided by the number of samples only. With several outputs per sample, "
    "average over all elements.",
    zh="你只除以了样本数。每个样本有多个输出时，要对所有元素取平均。",
)
def mse(y, y_hat):
    return np.sum((np.asarray(y, dtype=float) - y_hat) ** 2) / len(y)


@misconception(
    "half-mse",
    entry="E02",
    en="Your result is half of the mean squared error: this is the variant with 1/(2N).",
    zh="你的结果是均方误差的一半，这是带 1/(2N) 的变体。",
)
def mse(y, y_hat):
    return np.mean((np.asarray(y, dtype=float) - y_hat) ** 2) / 2


@misconception(
    "root-mse",
    entry="L08",
    en="Your result is the root of the mean squared error (RMSE). No root is asked for.",
    zh="你的结果是均方根误差（RMSE），本题不需要开方。",
)
def mse(y, y_hat):
    return np.sqrt(np.mean((np.asarray(y, dtype=float) - y_hat) ** 2))


@misconception(
    "absolute-error",
    entry="L08",
    en="Your result is the mean absolute error: the errors were not squared.",
    zh="你的结果是平均绝对误差，误差没有平方。",
)
def mse(y, y_hat):
    return np.mean(np.abs(np.asarray(y, dtype=float) - y_hat))


@misconception(
    "square-of-mean",
    entry="L08",
    en="You averaged the errors first and squared afterwards, so that errors of opposite sign cancel.",
    zh="你先取平均、后平方，正负误差会相互抵消。",
)
def mse(y, y_hat):
    return np.mean(np.asarray(y, dtype=float) - y_hat) ** 2


@misconception(
    "difference-of-squares",
    entry="L08",
    en="You squared before subtracting: y² - ŷ² is not (y - ŷ)².",
    zh="你先平方、后相减：y² - ŷ² 不等于 (y - ŷ)²。",
)
def mse(y, y_hat):
    return np.mean(np.asarray(y, dtype=float) ** 2 - np.asarray(y_hat, dtype=float) ** 2)


@misconception(
    "integers-wrap",
    entry="T08",
    en="Unsigned integers wrap around when they are subtracted. Convert to floating point first.",
    zh="无符号整数相减会回绕，先转换成浮点数再减。",
)
def mse(y, y_hat):
    return np.mean((y - y_hat) ** 2)
