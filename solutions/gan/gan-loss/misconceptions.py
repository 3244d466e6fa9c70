"""Wrong answers to gan-loss that people really give."""

import numpy as np

from grader.checks import misconception


def softplus(z):
    return np.logaddexp(0, z)


def probability(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


@misconception(
    "saturating-generator",
    entry="GA1",
    en="Your generator minimises log(1 - D(G(z))), the minimax form: where the discriminator is sure, its "
    "gradient vanishes. The non-saturating loss is asked for.",
    zh="你的生成器最小化的是 log(1 - D(G(z)))，即极小极大形式：判别器很有把握时梯度趋于零。本题要求非饱和损失。",
)
def generator_loss(fake_logits):
    return -np.mean(softplus(fake_logits))


@misconception(
    "generator-wants-fake",
    entry="GA1",
    en="Your generator loss is small where the samples are called fake. The generator wants the label 1 for them.",
    zh="样本被判为假时，你的生成器损失反而小。生成器希望这些样本的标签是 1。",
)
def generator_loss(fake_logits):
    return np.mean(softplus(fake_logits))


@misconception(
    "labels-swapped",
    entry="GA2",
    en="Your discriminator is rewarded for calling real samples fake: the labels of real and fake are exchanged.",
    zh="你的判别器把真样本判为假反而损失小：真与假的标签对调了。",
)
def discriminator_loss(real_logits, fake_logits):
    return np.mean(softplus(real_logits)) + np.mean(softplus(-fake_logits))


@misconception(
    "half-of-the-sum",
    entry="GA5",
    en="Your discriminator loss is half of the asked one: the two means are added, not averaged.",
    zh="你的判别器损失只有应有值的一半：两个平均值应当相加，而不是再取平均。",
)
def discriminator_loss(real_logits, fake_logits):
    return (np.mean(softplus(-real_logits)) + np.mean(softplus(fake_logits))) / 2


@misconception(
    "one-mean-for-all",
    entry="GA5",
    en="You took one mean over real and fake samples together. Each batch has a mean of its own; the two are added.",
    zh="你把真假样本放在一起求了一个平均。两批应当各自求平均，再相加。",
)
def discriminator_loss(real_logits, fake_logits):
    return np.mean(np.concatenate([softplus(-real_logits), softplus(fake_logits)]))


@misconception(
    "sum-not-mean",
    entry="B06",
    en="Your losses are sums over the samples. Divide by the number of samples of each batch.",
    zh="你的损失是对样本求和的结果，应当除以各批的样本数。",
)
def discriminator_loss(real_logits, fake_logits):
    return np.sum(softplus(-real_logits)) + np.sum(softplus(fake_logits))


@misconception("sum-not-mean")
def generator_loss(fake_logits):
    return np.sum(softplus(-fake_logits))


@misconception("sum-not-mean")
def minimax_value(d_real, d_fake):
    return np.sum(np.log(d_real)) + np.sum(np.log(1 - d_fake))


@misconception(
    "sigmoid-twice",
    entry="GA3",
    en="You applied the sigmoid and then a loss that expects logits, which applies it again.",
    zh="你先取了 sigmoid，又用了以 logit 为输入的损失，等于取了两次 sigmoid。",
)
def discriminator_loss(real_logits, fake_logits):
    return np.mean(softplus(-probability(real_logits))) + np.mean(softplus(probability(fake_logits)))


@misconception("sigmoid-twice")
def generator_loss(fake_logits):
    return np.mean(softplus(-probability(fake_logits)))


@misconception(
    "logits-as-probabilities",
    entry="B07",
    en="You put logits where probabilities belong and clipped them into (0, 1): a loss with `from_logits=False`.",
    zh="你把 logit 当成概率用，并截断到了 (0, 1) 之间，相当于用了 `from_logits=False` 的损失。",
)
def discriminator_loss(real_logits, fake_logits):
    real, fake = np.clip(real_logits, 1e-7, 1 - 1e-7), np.clip(fake_logits, 1e-7, 1 - 1e-7)
    return -np.mean(np.log(real)) - np.mean(np.log(1 - fake))


@misconception("logits-as-probabilities")
def generator_loss(fake_logits):
    return -np.mean(np.log(np.clip(fake_logits, 1e-7, 1 - 1e-7)))


@misconception(
    "exponential-overflows",
    entry="B11",
    en="Your log(1 + exp(z)) overflows for large logits and becomes infinite. There is a form that does not.",
    zh="logit 很大时，你的 log(1 + exp(z)) 会溢出成无穷大。换一种等价的写法就不会溢出。",
)
def softplus(z):
    return np.log(1 + np.exp(z))


@misconception(
    "log-of-saturated-sigmoid",
    entry="GA4",
    en="You took the sigmoid first and its logarithm afterwards. In floating point the sigmoid of a large logit is "
    "exactly 0 or 1, and log(0) is infinite.",
    zh="你先算 sigmoid 再取对数。logit 很大时，sigmoid 在浮点数里恰好等于 0 或 1，log(0) 是无穷大。",
)
def softplus(z):
    return -np.log(1 - probability(z))


@misconception(
    "clipped-sigmoid",
    entry="C03",
    en="Your loss levels off at about 16 because the probability was clipped at 1e-7; its gradient is zero there. "
    "Compute it from the logits.",
    zh="你把概率截断在 1e-7，损失到 16 左右就不再增长，梯度也变成零。应当直接由 logit 计算。",
)
def softplus(z):
    return -np.log(np.clip(probability(-z), 1e-7, 1 - 1e-7))


@misconception(
    "minimax-sign",
    entry="B04",
    en="Your value has the wrong sign: V is what the discriminator maximises, a sum of logarithms of probabilities.",
    zh="你的值符号反了：V 是判别器要最大化的量，是概率的对数之和，不会为正。",
)
def minimax_value(d_real, d_fake):
    return -np.mean(np.log(d_real)) - np.mean(np.log(1 - d_fake))


@misconception(
    "minimax-from-logits",
    entry="GA3",
    en="You treated the arguments of minimax_value as logits and applied the sigmoid. They are probabilities already.",
    zh="你把 minimax_value 的参数当作 logit，又取了一次 sigmoid。它们本来就是概率。",
)
def minimax_value(d_real, d_fake):
    return -np.mean(softplus(-d_real)) - np.mean(softplus(d_fake))


@misconception(
    "minimax-both-real",
    entry="B05",
    en="You took log D for the generated samples too. Their term is log(1 - D).",
    zh="你对生成样本也取了 log D，这一项应当是 log(1 - D)。",
)
def minimax_value(d_real, d_fake):
    return np.mean(np.log(d_real)) + np.mean(np.log(d_fake))
