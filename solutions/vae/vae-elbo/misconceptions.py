"""Wrong answers to vae_loss that people really give."""

import numpy as np

from grader.checks import misconception

right_answer = vae_loss


def cross_entropies(x, x_logits):
    """One number for each pixel."""
    x, s = np.asarray(x, dtype=float), np.asarray(x_logits, dtype=float)
    return softplus(s) - x * s


def divergences(mean, log_var):
    """One number for each latent."""
    mean, v = np.asarray(mean, dtype=float), np.asarray(log_var, dtype=float)
    return (mean**2 + np.exp(v) - 1 - v) / 2


def total(pixels, latents, beta):
    """The loss of the numbers of all pixels and latents."""
    return (np.sum(pixels) + beta * np.sum(latents)) / len(pixels)


@misconception(
    "reconstruction-averaged",
    entry="VA4",
    en="Your reconstruction error is averaged over the pixels, while the divergence is summed over the latents. The "
    "pixels are summed, too.",
    zh="你的重构误差对像素取了平均，KL 散度却对隐变量求和。像素也应当求和。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return np.mean(cross_entropies(x, x_logits)) + beta * np.sum(divergences(mean, log_var)) / len(mean)


@misconception(
    "divergence-averaged",
    entry="VA3",
    en="Your divergence is averaged over the latents. They are summed; only the batch is averaged.",
    zh="你的 KL 散度对隐变量取了平均。隐变量应当求和，只对批次取平均。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return np.sum(cross_entropies(x, x_logits)) / len(x) + beta * np.mean(divergences(mean, log_var))


@misconception(
    "both-averaged",
    entry="VA3",
    en="Both parts of your loss are averaged over everything. Pixels and latents are summed; only the batch is "
    "averaged.",
    zh="你的两部分都对所有元素取了平均。像素和隐变量应当求和，只对批次取平均。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return np.mean(cross_entropies(x, x_logits)) + beta * np.mean(divergences(mean, log_var))


@misconception(
    "sum-over-batch",
    entry="VA3",
    en="Your loss is the sum over the batch. It is to be divided by the number of samples.",
    zh="你的损失是整个批次的总和，还要除以样本数。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return len(x) * right_answer(x, x_logits, mean, log_var, beta)


@misconception(
    "divergence-summed-over-batch",
    entry="VA4",
    en="Your divergence is the sum over the whole batch, while the reconstruction error is averaged over it.",
    zh="你的重构误差对批次取了平均，KL 散度却是整个批次的总和。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return total(cross_entropies(x, x_logits), divergences(mean, log_var), beta * len(x))


@misconception(
    "reconstruction-summed-over-batch",
    entry="VA4",
    en="Your reconstruction error is the sum over the whole batch, while the divergence is averaged over it.",
    zh="你的 KL 散度对批次取了平均，重构误差却是整个批次的总和。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return total(len(x) * cross_entropies(x, x_logits), divergences(mean, log_var), beta)


@misconception(
    "one-axis-of-the-image",
    entry="X05",
    en="Your cross-entropies are summed over axis 1 alone. An image has three axes of pixels: with one of them summed, "
    "the others are averaged.",
    zh="你的交叉熵只对 axis=1 求和。图像有三个像素轴：只对一个求和，其余的就被平均了。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    reconstruction = np.mean(cross_entropies(x, x_logits).sum(axis=1))
    return reconstruction + beta * np.mean(divergences(mean, log_var).sum(axis=1))


@misconception(
    "one-number-per-sample",
    entry="",
    en="Your result has one loss for each sample. Average them over the batch.",
    zh="你的结果是每个样本一个损失，还要对批次取平均。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    pixels = cross_entropies(x, x_logits).reshape(len(x), -1)
    return pixels.sum(axis=1) + beta * divergences(mean, log_var).sum(axis=1)


@misconception(
    "bound-instead-of-loss",
    entry="VA5",
    en="Your result is the bound itself, minus the loss. The bound is raised; a loss is to fall.",
    zh="你的结果是下界本身，即损失的相反数。下界要最大化，损失则要最小化。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return -right_answer(x, x_logits, mean, log_var, beta)


@misconception(
    "divergence-subtracted",
    entry="VA2",
    en="The divergence is subtracted in your loss. Both parts are costs, and both are at least 0.",
    zh="你的损失减去了 KL 散度。两部分都是代价，都不小于 0，应当相加。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return total(cross_entropies(x, x_logits), divergences(mean, log_var), -beta)


@misconception(
    "reconstruction-negative",
    entry="B04",
    en="Your reconstruction error has lost its minus sign: it is the logarithm of the likelihood.",
    zh="你的重构误差少了负号，成了对数似然。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return total(-cross_entropies(x, x_logits), divergences(mean, log_var), beta)


@misconception(
    "half-missing",
    entry="VA2",
    en="Your divergence is twice what it should be: the factor of one half is missing.",
    zh="你的 KL 散度是正确值的两倍：少乘了二分之一。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return total(cross_entropies(x, x_logits), divergences(mean, log_var), 2 * beta)


@misconception(
    "deviation-for-variance",
    entry="VA1",
    en="The variance in your divergence is exp(log_var / 2), the standard deviation.",
    zh="你的 KL 散度里，方差用的是 exp(log_var / 2)，即标准差。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    v = np.asarray(log_var, dtype=float)
    latents = divergences(mean, v) + (np.exp(v / 2) - np.exp(v)) / 2
    return total(cross_entropies(x, x_logits), latents, beta)


@misconception(
    "log-var-as-log-deviation",
    entry="VA6",
    en="You take log_var for the logarithm of the standard deviation. It is that of the variance.",
    zh="你把 log_var 当作了标准差的对数。它是方差的对数。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return right_answer(x, x_logits, mean, 2.0 * log_var, beta)


@misconception(
    "beta-ignored",
    entry="",
    en="beta has no effect on your loss.",
    zh="beta 对你的损失没有影响。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return right_answer(x, x_logits, mean, log_var)


@misconception(
    "beta-on-both",
    entry="",
    en="beta multiplies your whole loss. It is the weight of the divergence alone.",
    zh="你把整个损失都乘了 beta。它只是 KL 散度的权重。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return beta * right_answer(x, x_logits, mean, log_var)


@misconception(
    "beta-on-reconstruction",
    entry="",
    en="beta multiplies your reconstruction error. It is the weight of the divergence.",
    zh="你把 beta 乘在了重构误差上。它是 KL 散度的权重。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return total(beta * cross_entropies(x, x_logits), divergences(mean, log_var), 1)


@misconception(
    "beta-and-its-complement",
    entry="",
    en="Your reconstruction error has the weight 1 - beta. Its weight is always 1.",
    zh="你的重构误差乘了 1 - beta。它的权重始终是 1。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return total((1 - beta) * cross_entropies(x, x_logits), divergences(mean, log_var), beta)


@misconception(
    "zero-beta-taken-for-none",
    entry="X08",
    en="Where beta is 0 your loss uses 1 instead: 0 is a value, not an absence.",
    zh="beta 为 0 时你改用了 1。0 是一个值，不表示“没有给出”。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return right_answer(x, x_logits, mean, log_var, beta or 1.0)


@misconception(
    "black-pixels-free",
    entry="B05",
    en="Your cross-entropy lacks the term of 1 - x: a black pixel costs nothing, whatever its logit is.",
    zh="你的交叉熵少了 1 - x 那一项：黑色像素无论 logit 是多少都没有代价。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return total(x * cross_entropies(1.0 + 0 * x, x_logits), divergences(mean, log_var), beta)


@misconception(
    "squared-error",
    entry="",
    en="Your reconstruction error is the squared difference of pixel and probability. Bernoulli pixels have the "
    "cross-entropy.",
    zh="你的重构误差是像素与概率之差的平方。伯努利像素要用交叉熵。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    probabilities = (1 + np.tanh(np.asarray(x_logits, dtype=float) / 2)) / 2
    return total((x - probabilities) ** 2, divergences(mean, log_var), beta)


@misconception(
    "sigmoid-twice",
    entry="B07",
    en="Your logits went through a sigmoid before they were used as logits.",
    zh="你先对 logits 做了 sigmoid，又把结果当作 logits 用。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    probabilities = (1 + np.tanh(np.asarray(x_logits, dtype=float) / 2)) / 2
    return right_answer(x, probabilities, mean, log_var, beta)


@misconception(
    "logits-as-probabilities",
    entry="B07",
    en="You take the logits for probabilities, clipped to between 0 and 1. Their sigmoid is the probability.",
    zh="你把 logits 当作概率，截断到 0 与 1 之间。概率是它们的 sigmoid。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    p = np.clip(np.asarray(x_logits, dtype=float), 1e-7, 1 - 1e-7)
    return total(-(x * np.log(p) + (1.0 - x) * np.log(1 - p)), divergences(mean, log_var), beta)


@misconception(
    "images-and-logits-exchanged",
    entry="",
    en="Images and logits are exchanged in your cross-entropy.",
    zh="你的交叉熵把图像和 logits 弄反了。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return right_answer(x_logits, x, mean, log_var, beta)


@misconception(
    "mean-and-log-var-exchanged",
    entry="",
    en="mean and log_var are exchanged in your divergence.",
    zh="你的 KL 散度把 mean 和 log_var 弄反了。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return right_answer(x, x_logits, log_var, mean, beta)


@misconception(
    "exponential-overflows",
    entry="B11",
    en="Your exponentials overflow for large logits. log(1 + exp(s)) has a form in which only negative numbers go into "
    "the exponential.",
    zh="logits 很大时你的指数溢出了。log(1 + exp(s)) 有一种写法，进入指数的只有负数。",
)
def softplus(s):
    return np.log1p(np.exp(s))


@misconception(
    "log-of-zero",
    entry="B01",
    en="Your loss is infinite or NaN where a probability has become 0 or 1: you took the logarithm of the sigmoid.",
    zh="概率变成 0 或 1 时，你的损失成了无穷大或 NaN：你对 sigmoid 取了对数。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    p = (1 + np.tanh(np.asarray(x_logits, dtype=float) / 2)) / 2
    with np.errstate(divide="ignore"):
        return total(-(x * np.log(p) + (1.0 - x) * np.log(1 - p)), divergences(mean, log_var), beta)


@misconception(
    "probabilities-clipped",
    entry="C03",
    en="No pixel of yours costs more than about 16: the probabilities were clipped before the logarithm.",
    zh="你的每个像素最多只花费 16 左右：取对数之前概率被截断了。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    p = np.clip((1 + np.tanh(np.asarray(x_logits, dtype=float) / 2)) / 2, 1e-7, 1 - 1e-7)
    return total(-(x * np.log(p) + (1.0 - x) * np.log(1 - p)), divergences(mean, log_var), beta)


@misconception(
    "logarithm-of-the-variance-taken-again",
    entry="",
    en="You compute the variance and take its logarithm again. Where log_var is below -745 that is -inf.",
    zh="你先算出方差，又对它取对数。log_var 低于 -745 时得到 -inf。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    variance = np.exp(np.asarray(log_var, dtype=float))
    with np.errstate(divide="ignore"):
        latents = (np.asarray(mean, dtype=float) ** 2 + variance - 1 - np.log(variance)) / 2
    return total(cross_entropies(x, x_logits), latents, beta)


@misconception(
    "log-var-clipped",
    entry="",
    en="You limit log_var before you use it. Where the variance vanishes, its term in the divergence grows without "
    "limit.",
    zh="你先对 log_var 做了截断。方差趋于零时，它在 KL 散度里的那一项可以无限增大。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    return right_answer(x, x_logits, mean, np.clip(np.asarray(log_var, dtype=float), -10, 10), beta)


@misconception(
    "small-integers-wrap",
    entry="X03",
    en="Your squares wrap around where the means are small integers such as int8. Make them float64 first.",
    zh="均值是 int8 之类的小整数时，你的平方发生了回绕。应先转换成 float64。",
)
def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    latents = (mean**2 + np.exp(np.asarray(log_var, dtype=float)) - 1 - log_var) / 2
    return total(cross_entropies(x, x_logits), latents, beta)
