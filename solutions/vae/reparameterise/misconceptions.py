"""Wrong answers to reparameterise that people really give."""

import numpy as np

from grader.checks import misconception


@misconception(
    "variance-for-deviation",
    entry="VA1",
    en="Your noise is scaled by the variance exp(log_var). The standard deviation is its square root.",
    zh="你的噪声乘的是方差 exp(log_var)，而标准差是它的平方根。",
)
def reparameterise(mean, log_var, noise):
    return mean + np.exp(log_var) * noise


@misconception(
    "log-var-as-deviation",
    entry="VA6",
    en="Your noise is scaled by log_var itself, as if it were the standard deviation. "
    "It is the logarithm of the variance.",
    zh="你直接用 log_var 去乘噪声，把它当成了标准差。它是方差的对数。",
)
def reparameterise(mean, log_var, noise):
    return mean + log_var * noise


@misconception(
    "log-var-as-variance",
    entry="VA6",
    en="Your scale is the root of log_var, as if it were the variance. It is a logarithm and may be negative.",
    zh="你的尺度是 log_var 的平方根，把它当成了方差。它是对数，可以为负。",
)
def reparameterise(mean, log_var, noise):
    return mean + np.sqrt(log_var) * noise


@misconception(
    "inverse-deviation",
    entry="",
    en="Your noise is divided by the standard deviation: the sign in the exponent is the wrong way round.",
    zh="你的噪声除以了标准差：指数上的符号反了。",
)
def reparameterise(mean, log_var, noise):
    return mean + np.exp(-log_var / 2) * noise


@misconception(
    "noise-not-scaled",
    entry="",
    en="Your noise is added as it is. Its standard deviation is then 1 whatever log_var says.",
    zh="你直接加上了噪声，于是无论 log_var 是多少，标准差总是 1。",
)
def reparameterise(mean, log_var, noise):
    return mean + noise * 1.0


@misconception(
    "scaled-after-shift",
    entry="",
    en="You added the mean to the noise first and scaled both. The mean is not to be scaled.",
    zh="你先把均值和噪声相加，再一起乘以标准差。均值不应参与缩放。",
)
def reparameterise(mean, log_var, noise):
    return np.exp(log_var / 2) * (mean + noise)


@misconception(
    "mean-alone",
    entry="VA8",
    en="Your result is the mean: no noise was added. The decoder would never see anything "
    "but the centre of the distribution.",
    zh="你的结果就是均值，没有加入噪声。这样解码器只能见到分布的中心。",
)
def reparameterise(mean, log_var, noise):
    return mean + 0.0 * noise


@misconception(
    "noise-shrunk",
    entry="VA7",
    en="Your noise is a hundred times too small (a factor of 0.01, the epsilon_std of old Keras examples).",
    zh="你的噪声小了一百倍（多乘了 0.01，即旧版 Keras 示例中的 epsilon_std）。",
)
def reparameterise(mean, log_var, noise):
    return mean + np.exp(log_var / 2) * noise * 0.01


@misconception(
    "arguments-exchanged",
    entry="",
    en="Mean and log_var are exchanged: your scale comes from the mean and your centre is log_var.",
    zh="均值和 log_var 用反了：你用均值算尺度，用 log_var 作中心。",
)
def reparameterise(mean, log_var, noise):
    return log_var + np.exp(mean / 2) * noise


@misconception(
    "root-of-exponential",
    entry="",
    en="You take exp(log_var) first and the root afterwards. The variance overflows long before the deviation does.",
    zh="你先算 exp(log_var) 再开方。标准差还远没有超出范围时，方差就已经溢出了。",
)
def reparameterise(mean, log_var, noise):
    return mean + np.sqrt(np.exp(log_var)) * noise


@misconception(
    "whole-halves",
    entry="",
    en="Your log_var is halved by whole-number division, which rounds down. "
    "Half of an odd number is not a whole number.",
    zh="你用整除把 log_var 减半，结果向下取整了。奇数的一半不是整数。",
)
def reparameterise(mean, log_var, noise):
    return mean + np.exp(log_var // 2 if np.asarray(log_var).dtype.kind == "i" else log_var / 2) * noise


@misconception(
    "dtype-of-the-mean",
    entry="X03",
    en="You write the result into an array of the mean's dtype. With whole-number means "
    "everything behind the point is lost.",
    zh="你把结果写进了与均值 dtype 相同的数组。均值为整数时，小数部分就全丢了。",
)
def reparameterise(mean, log_var, noise):
    z = np.empty_like(mean)
    z[...] = mean + np.exp(log_var / 2) * noise
    return z


@misconception(
    "always-float64",
    entry="",
    en="Your result is float64 where all arguments are float32. It keeps the dtype of the input.",
    zh="参数都是 float32 时，你返回的却是 float64。结果应保持输入的 dtype。",
)
def reparameterise(mean, log_var, noise):
    return np.asarray(mean, dtype=np.float64) + np.exp(np.asarray(log_var, dtype=np.float64) / 2) * noise


@misconception(
    "mean-overwritten",
    entry="X02",
    en="You add to the array of means itself, so that the caller's means are changed.",
    zh="你直接在均值数组上累加，调用者的均值也被改掉了。",
)
def reparameterise(mean, log_var, noise):
    mean += np.exp(log_var / 2) * noise
    return mean


@misconception(
    "own-noise",
    entry="VA8",
    en="Your result does not depend on the noise that is passed in: you draw noise of your own.",
    zh="你的结果与传入的噪声无关：你自己又抽了一次噪声。",
)
def reparameterise(mean, log_var, noise):
    return mean + np.exp(log_var / 2) * np.random.default_rng(0).normal(size=np.shape(mean))
