"""Wrong answers to gan-gradients that people really give."""

import numpy as np

from grader.checks import misconception


def as_float(logits):
    return logits.astype(logits.dtype if logits.dtype.kind == "f" else np.float64)


def softplus(z):
    return np.logaddexp(0, as_float(z))


def probability(z):
    return np.exp(-softplus(-as_float(z)))


@misconception(
    "saturating-gradient",
    entry="GA1",
    en="Your generator's gradient is that of log(1 - D), the saturating loss: it vanishes where the discriminator is "
    "sure of a fake. That of -log D is asked for.",
    zh="你的生成器梯度是饱和损失 log(1 - D) 的梯度：判别器认定样本为假时它趋于零。本题要求的是 -log D 的梯度。",
)
def generator_loss_grad(fake_logits):
    return -probability(fake_logits) / fake_logits.size


@misconception(
    "generator-sign-lost",
    entry="GA1",
    en="Your generator's gradient has the right size and the wrong sign: a step against it lowers the logits of the "
    "generated samples.",
    zh="你的生成器梯度大小正确，符号相反：沿负梯度走一步，生成样本的 logit 反而变小。",
)
def generator_loss_grad(fake_logits):
    return probability(-as_float(fake_logits)) / fake_logits.size


@misconception(
    "generator-wants-fake",
    entry="GA2",
    en="Your generator's gradient is the discriminator's dfake: the generator would help to have its samples called "
    "fake. It wants the label 1 for them.",
    zh="你的生成器梯度就是判别器的 dfake：生成器成了在帮忙把自己的样本判为假。它希望这些样本的标签是 1。",
)
def generator_loss_grad(fake_logits):
    return probability(fake_logits) / fake_logits.size


@misconception(
    "generator-summed",
    entry="C04",
    en="Your generator's gradient belongs to a sum over the samples. The loss is their mean.",
    zh="你的生成器梯度对应的是对样本求和的损失。这里的损失是平均值。",
)
def generator_loss_grad(fake_logits):
    return -probability(-as_float(fake_logits))


@misconception(
    "generator-through-the-sigmoid",
    entry="",
    en="Your generator's gradient is multiplied by D(1 - D) once more than it should be. The derivative of the sigmoid "
    "is already in -(1 - D).",
    zh="你的生成器梯度多乘了一次 D(1 - D)。sigmoid 的导数已经包含在 -(1 - D) 里了。",
)
def generator_loss_grad(fake_logits):
    d = probability(fake_logits)
    return -((1 - d) ** 2) * d / fake_logits.size


@misconception(
    "labels-swapped",
    entry="GA2",
    en="Your discriminator's gradients pull real samples towards fake and generated ones towards real: the labels are "
    "exchanged.",
    zh="你的判别器梯度把真样本往假的方向拉，把生成样本往真的方向拉：标签对调了。",
)
def discriminator_loss_grad(real_logits, fake_logits):
    real, fake = as_float(real_logits), as_float(fake_logits)
    return probability(real) / real.size, -probability(-fake) / fake.size


@misconception(
    "results-swapped",
    entry="",
    en="You return (dfake, dreal). The gradient of the real logits comes first.",
    zh="你返回的是 (dfake, dreal)。真样本的梯度应当在前。",
)
def discriminator_loss_grad(real_logits, fake_logits):
    real, fake = as_float(real_logits), as_float(fake_logits)
    return probability(fake) / fake.size, -probability(-real) / real.size


@misconception(
    "real-sign-lost",
    entry="B04",
    en="Your dreal has the wrong sign: a step against the gradient should raise the logits of real samples.",
    zh="你的 dreal 符号反了：沿负梯度走一步，真样本的 logit 应当变大。",
)
def discriminator_loss_grad(real_logits, fake_logits):
    real, fake = as_float(real_logits), as_float(fake_logits)
    return probability(-real) / real.size, probability(fake) / fake.size


@misconception(
    "real-with-d",
    entry="",
    en="Your dreal is -D / n: large where the real sample is recognised already. Its size is the probability of the "
    "wrong answer.",
    zh="你的 dreal 等于 -D / n：样本已经认对时反而大。它的大小应是判错的概率。",
)
def discriminator_loss_grad(real_logits, fake_logits):
    real, fake = as_float(real_logits), as_float(fake_logits)
    return -probability(real) / real.size, probability(fake) / fake.size


@misconception(
    "discriminator-summed",
    entry="C04",
    en="Your discriminator's gradients belong to sums over the samples. The loss has a mean over each batch.",
    zh="你的判别器梯度对应的是对样本求和的损失。损失里对每一批取的是平均值。",
)
def discriminator_loss_grad(real_logits, fake_logits):
    real, fake = as_float(real_logits), as_float(fake_logits)
    return -probability(-real), probability(fake)


@misconception(
    "half-of-the-gradient",
    entry="GA5",
    en="Your discriminator's gradients are half of the asked ones: the two means of the loss are added, not averaged.",
    zh="你的判别器梯度只有应有值的一半：损失是两个平均值相加，而不是再取平均。",
)
def discriminator_loss_grad(real_logits, fake_logits):
    real, fake = as_float(real_logits), as_float(fake_logits)
    return -probability(-real) / (2 * real.size), probability(fake) / (2 * fake.size)


@misconception(
    "one-count-for-all",
    entry="GA5",
    en="You divided both gradients by the number of all samples together. Each batch has a mean of its own.",
    zh="你把两个梯度都除以了真假样本的总数。两批应各自求平均。",
)
def discriminator_loss_grad(real_logits, fake_logits):
    real, fake = as_float(real_logits), as_float(fake_logits)
    count = real.size + fake.size
    return -probability(-real) / count, probability(fake) / count


@misconception(
    "count-of-the-real",
    entry="GA5",
    en="You divided dfake by the number of real samples. The two numbers may differ.",
    zh="你的 dfake 除以的是真样本的个数。两批的个数可以不同。",
)
def discriminator_loss_grad(real_logits, fake_logits):
    real, fake = as_float(real_logits), as_float(fake_logits)
    return -probability(-real) / real.size, probability(fake) / real.size


@misconception(
    "gradient-of-the-probability",
    entry="",
    en="Your discriminator's gradients, -1/D and 1/(1 - D), are those with respect to the probability. With respect to "
    "the logit, the chain rule brings another factor.",
    zh="你的判别器梯度是 -1/D 和 1/(1 - D)，这是对概率的导数。对 logit 求导时，链式法则还会带来一个因子。",
)
def discriminator_loss_grad(real_logits, fake_logits):
    real, fake = as_float(real_logits), as_float(fake_logits)
    return -1 / probability(real) / real.size, 1 / probability(-fake) / fake.size


@misconception(
    "sigmoid-missing",
    entry="GA3",
    en="Your discriminator's gradients use the logits as if they were probabilities: the sigmoid is missing.",
    zh="你的判别器梯度把 logit 直接当成了概率：少了 sigmoid。",
)
def discriminator_loss_grad(real_logits, fake_logits):
    real, fake = as_float(real_logits), as_float(fake_logits)
    return (real - 1) / real.size, fake / fake.size


@misconception(
    "sigmoid-twice",
    entry="GA3",
    en="You applied the sigmoid twice on the way to the discriminator's gradients.",
    zh="你在求判别器梯度时取了两次 sigmoid。",
)
def discriminator_loss_grad(real_logits, fake_logits):
    real, fake = as_float(real_logits), as_float(fake_logits)
    return -probability(-probability(real)) / real.size, probability(probability(fake)) / fake.size


@misconception(
    "columns-flattened",
    entry="X06",
    en="Your gradients are flat where the logits are columns: (n, 1) became (n,).",
    zh="logit 是一列 (n, 1) 时，你的梯度被拉平成了 (n,)。",
)
def discriminator_loss_grad(real_logits, fake_logits):
    real, fake = as_float(real_logits).ravel(), as_float(fake_logits).ravel()
    return -probability(-real) / real.size, probability(fake) / fake.size


@misconception(
    "last-axis-counted",
    entry="X05",
    en="You divided by the length of the last axis: for a column of logits that is 1.",
    zh="你除以的是最后一个轴的长度：logit 是一列时，它等于 1。",
)
def discriminator_loss_grad(real_logits, fake_logits):
    real, fake = as_float(real_logits), as_float(fake_logits)
    return -probability(-real) / real.shape[-1], probability(fake) / fake.shape[-1]


@misconception(
    "sigmoid-overflows",
    entry="A01",
    en="Your sigmoid takes exp of a large positive number, which overflows. Another form of it has none.",
    zh="你的 sigmoid 对很大的正数取了 exp，导致溢出。换一种等价的写法就不会出现这样的指数。",
)
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


@misconception(
    "integers-truncated",
    entry="X03",
    en="For integer logits your gradients are all zero: they were written into an array of integers.",
    zh="logit 是整数时，你的梯度全为零：小数被写进了整数数组。",
)
def generator_loss_grad(fake_logits):
    grad = np.zeros_like(fake_logits)
    grad[...] = -probability(-as_float(fake_logits)) / fake_logits.size
    return grad


@misconception(
    "becomes-float64",
    entry="",
    en="Your gradients are float64 for float32 logits. A floating-point dtype is kept.",
    zh="logit 是 float32，你的梯度却成了 float64。浮点类型应保持不变。",
)
def floating(logits):
    return logits.astype(np.float64)


@misconception(
    "saturating-is-the-other",
    entry="GA1",
    en="Your saturating loss is the mean of -log D, which is the non-saturating one.",
    zh="你的饱和损失是 -log D 的平均，那其实是非饱和损失。",
)
def saturating_generator_loss(fake_logits):
    return np.mean(softplus(-as_float(fake_logits)))


@misconception(
    "saturating-log-d",
    entry="B05",
    en="Your saturating loss is the mean of log D. It should be that of log(1 - D), which falls when D rises.",
    zh="你的饱和损失是 log D 的平均。应当是 log(1 - D) 的平均，D 上升时它下降。",
)
def saturating_generator_loss(fake_logits):
    return -np.mean(softplus(-as_float(fake_logits)))


@misconception(
    "saturating-sign",
    entry="B04",
    en="Your saturating loss is positive, the mean of -log(1 - D): that is the discriminator's part. The generator "
    "lowers log(1 - D) itself.",
    zh="你的饱和损失是正数，即 -log(1 - D) 的平均：那是判别器损失的一部分。生成器要降低的是 log(1 - D) 本身。",
)
def saturating_generator_loss(fake_logits):
    return np.mean(softplus(fake_logits))


@misconception(
    "saturating-summed",
    entry="B06",
    en="Your saturating loss is a sum over the samples. Their mean is asked for.",
    zh="你的饱和损失是对样本求和的结果，要求的是平均值。",
)
def saturating_generator_loss(fake_logits):
    return -np.sum(softplus(fake_logits))


@misconception(
    "log-of-saturated-sigmoid",
    entry="GA4",
    en="You computed D first and log(1 - D) afterwards. For a large logit D is exactly 1 in floating point, and log(0) "
    "is infinite.",
    zh="你先算 D，再算 log(1 - D)。logit 很大时，D 在浮点数里恰好等于 1，而 log(0) 是无穷大。",
)
def saturating_generator_loss(fake_logits):
    return np.mean(np.log(1 - probability(fake_logits)))


@misconception(
    "clipped-probability",
    entry="C03",
    en="Your saturating loss never falls below about -16, because the probability was clipped at 1e-7. Compute it from "
    "the logits.",
    zh="你的饱和损失到 -16 左右就不再下降，因为概率被截断在 1e-7。应当直接由 logit 计算。",
)
def saturating_generator_loss(fake_logits):
    return np.mean(np.log(np.clip(1 - probability(fake_logits), 1e-7, 1)))
