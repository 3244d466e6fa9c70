"""Wrong answers to kl_divergence that people really give."""

import numpy as np

from grader.checks import misconception


def terms(mean, log_var):
    mean, v = np.asarray(mean, dtype=float), np.asarray(log_var, dtype=float)
    return (mean**2 + np.exp(v) - 1 - v) / 2


@misconception(
    "negative-divergence",
    entry="VA2",
    en="Your result is minus the divergence. It is the term of the bound that is maximised; "
    "a loss needs the other sign.",
    zh="你的结果是 KL 散度的相反数，也就是要最大化的下界中的那一项。作为损失，符号要反过来。",
)
def kl_divergence(mean, log_var):
    return -np.mean(terms(mean, log_var).sum(axis=1))


@misconception(
    "half-missing",
    entry="VA2",
    en="Your result is twice the divergence: the factor of one half is missing.",
    zh="你的结果是 KL 散度的两倍：少乘了二分之一。",
)
def kl_divergence(mean, log_var):
    return 2 * np.mean(terms(mean, log_var).sum(axis=1))


@misconception(
    "mean-over-latents",
    entry="VA3",
    en="Your result is the mean over the latents as well. They are to be added up; only the batch is averaged.",
    zh="你对隐变量也取了平均。隐变量应当求和，只对批次取平均。",
)
def kl_divergence(mean, log_var):
    return np.mean(terms(mean, log_var))


@misconception(
    "sum-over-batch",
    entry="VA3",
    en="Your result is the sum over the whole batch. It is to be divided by the number of samples.",
    zh="你的结果是整个批次的总和，还要除以样本个数。",
)
def kl_divergence(mean, log_var):
    return np.sum(terms(mean, log_var))


@misconception(
    "axes-exchanged",
    entry="VA3",
    en="Your result is summed over the batch and averaged over the latents: the two axes are exchanged.",
    zh="你对批次求了和，对隐变量取了平均：两个轴弄反了。",
)
def kl_divergence(mean, log_var):
    return np.mean(terms(mean, log_var).sum(axis=0))


@misconception(
    "one-number-per-sample",
    entry="",
    en="Your result has one number for each sample. Average them over the batch.",
    zh="你的结果是每个样本一个数，还要对批次取平均。",
)
def kl_divergence(mean, log_var):
    return terms(mean, log_var).sum(axis=1)


@misconception(
    "deviation-for-variance",
    entry="VA1",
    en="Your variance term is exp(log_var / 2), the standard deviation. The formula has the variance there.",
    zh="你的方差项用的是 exp(log_var / 2)，即标准差。公式里这一项是方差。",
)
def kl_divergence(mean, log_var):
    v = np.asarray(log_var, dtype=float)
    return np.mean((terms(mean, v) + (np.exp(v / 2) - np.exp(v)) / 2).sum(axis=1))


@misconception(
    "log-var-as-log-deviation",
    entry="VA6",
    en="Your result is what you get when log_var is the logarithm of the standard deviation. "
    "It is that of the variance.",
    zh="你把 log_var 当作了标准差的对数。它是方差的对数。",
)
def kl_divergence(mean, log_var):
    return np.mean(terms(mean, 2.0 * log_var).sum(axis=1))


@misconception(
    "log-var-as-variance",
    entry="VA6",
    en="You take log_var for the variance itself and take its logarithm. It is a logarithm already.",
    zh="你把 log_var 当作方差本身，又对它取了对数。它本来就是对数。",
)
def kl_divergence(mean, log_var):
    return np.mean(terms(mean, np.log(log_var)).sum(axis=1))


@misconception(
    "log-var-as-deviation",
    entry="VA6",
    en="You take log_var for the standard deviation: your variance is its square. It is the logarithm of the variance.",
    zh="你把 log_var 当作标准差，用它的平方作方差。它是方差的对数。",
)
def kl_divergence(mean, log_var):
    return np.mean(terms(mean, np.log(np.square(log_var, dtype=float) + 1e-8)).sum(axis=1))


@misconception(
    "mean-not-squared",
    entry="",
    en="The mean stands in your formula without its square, so that a negative mean makes the divergence smaller.",
    zh="你的公式里均值没有平方，于是均值为负时散度反而变小了。",
)
def kl_divergence(mean, log_var):
    return np.mean((terms(np.zeros(mean.shape), log_var) + mean / 2).sum(axis=1))


@misconception(
    "one-not-subtracted",
    entry="VA2",
    en="The -1 is missing for each latent: your result is d/2 too large, and not 0 for N(0, 1) itself.",
    zh="每个隐变量都少减了 1：你的结果大了 d/2，对 N(0, 1) 本身也不为 0。",
)
def kl_divergence(mean, log_var):
    return np.mean((terms(mean, log_var) + 0.5).sum(axis=1))


@misconception(
    "one-subtracted-once",
    entry="",
    en="You subtract the 1 once for each sample. It belongs to each latent, inside the sum.",
    zh="你对每个样本只减了一次 1。每个隐变量都要减，它在求和号里面。",
)
def kl_divergence(mean, log_var):
    return np.mean((terms(mean, log_var) + 0.5).sum(axis=1)) - 0.5


@misconception(
    "log-var-added",
    entry="VA2",
    en="The logarithm of the variance is added in your formula. It is subtracted.",
    zh="你的公式里加上了方差的对数，应当减去。",
)
def kl_divergence(mean, log_var):
    return np.mean((terms(mean, log_var) + log_var).sum(axis=1))


@misconception(
    "other-direction",
    entry="",
    en="Your result is the divergence of N(0, 1) from the encoder's distribution. The two are "
    "exchanged, and KL is not symmetric.",
    zh="你算的是 N(0, 1) 相对于编码器分布的散度。两个分布弄反了，而 KL 散度并不对称。",
)
def kl_divergence(mean, log_var):
    mean, v = np.asarray(mean, dtype=float), np.asarray(log_var, dtype=float)
    return np.mean(np.sum((1 + mean**2) * np.exp(-v) - 1 + v, axis=1)) / 2


@misconception(
    "arguments-exchanged",
    entry="",
    en="Mean and log_var are exchanged in your formula.",
    zh="你的公式里均值和 log_var 弄反了。",
)
def kl_divergence(mean, log_var):
    return np.mean(terms(log_var, mean).sum(axis=1))


@misconception(
    "logarithm-of-exponential",
    entry="",
    en="You compute the variance and take its logarithm again. Where log_var is below -745 the variance is 0, "
    "and its logarithm -inf.",
    zh="你先算出方差，又对它取对数。log_var 低于 -745 时方差成了 0，它的对数是 -inf。",
)
def kl_divergence(mean, log_var):
    variance = np.exp(np.asarray(log_var, dtype=float))
    with np.errstate(divide="ignore"):
        return np.mean(np.sum(np.asarray(mean, dtype=float) ** 2 + variance - 1 - np.log(variance), axis=1)) / 2


@misconception(
    "clipped-log-var",
    entry="",
    en="You limit log_var before you use it. Its term grows without limit; only the variance vanishes.",
    zh="你先对 log_var 做了截断。趋于零的只是方差，log_var 这一项可以无限增大。",
)
def kl_divergence(mean, log_var):
    return np.mean(terms(mean, np.clip(np.asarray(log_var, dtype=float), -20, 20)).sum(axis=1))


@misconception(
    "bytes-wrap",
    entry="X03",
    en="The square of a byte wraps around, and the exponential of one has three digits only. Convert to float64 first.",
    zh="字节（uint8）的平方会回绕，对字节取指数也只有三位有效数字。先转换成 float64 再算。",
)
def kl_divergence(mean, log_var):
    return np.mean(np.sum(mean**2 + np.exp(log_var) - 1 - log_var, axis=1)) / 2


@misconception(
    "mean-squared-in-place",
    entry="X02",
    en="You square the means in the caller's array, which is changed by that.",
    zh="你直接在调用者的数组里对均值求平方，把它改掉了。",
)
def kl_divergence(mean, log_var):
    result = np.mean(terms(mean, log_var).sum(axis=1))
    mean *= mean
    return result
