"""Wrong answers to the initialisers that people really give."""

import numpy as np

from grader.checks import misconception


@misconception(
    "standard-deviation-as-limit",
    entry="I01",
    en="Your Glorot limit is the standard deviation that the weights should have. A uniform distribution reaches √3 "
    "times further out.",
    zh="你把权重应有的标准差当成了 Glorot 的界限。均匀分布的界限是标准差的 √3 倍。",
)
def glorot_uniform(shape, seed):
    limit = np.sqrt(2 / sum(shape))
    return np.random.default_rng(seed).uniform(-limit, limit, size=shape)


@misconception(
    "glorot-normal",
    entry="I01",
    en="Your Glorot weights have the right variance, but are normally distributed: some lie beyond the limit.",
    zh="你的 Glorot 权重方差正确，但服从正态分布：有些权重超出了界限。",
)
def glorot_uniform(shape, seed):
    return np.random.default_rng(seed).normal(0, np.sqrt(2 / sum(shape)), size=shape)


@misconception(
    "glorot-of-fan-in-only",
    entry="I02",
    en="Your Glorot limit is sqrt(6 / fan_in): that is He's uniform rule. Glorot's takes the units of both sides.",
    zh="你的 Glorot 界限是 sqrt(6 / fan_in)，那是 He 的均匀分布规则。Glorot 要考虑两侧的个数。",
)
def glorot_uniform(shape, seed):
    limit = np.sqrt(6 / shape[0])
    return np.random.default_rng(seed).uniform(-limit, limit, size=shape)


@misconception(
    "glorot-of-one-over-root",
    entry="I01",
    en="Your Glorot limit is 1/sqrt(fan_in), the older rule of thumb whose variance is 1/(3·fan_in).",
    zh="你的 Glorot 界限是 1/sqrt(fan_in)，那是更早的经验规则，方差为 1/(3·fan_in)。",
)
def glorot_uniform(shape, seed):
    limit = 1 / np.sqrt(shape[0])
    return np.random.default_rng(seed).uniform(-limit, limit, size=shape)


@misconception(
    "glorot-without-root",
    entry="I03",
    en="Your Glorot limit is 6 / (fan_in + fan_out): the root is missing.",
    zh="你的 Glorot 界限是 6 / (fan_in + fan_out)，漏了开方。",
)
def glorot_uniform(shape, seed):
    limit = 6 / sum(shape)
    return np.random.default_rng(seed).uniform(-limit, limit, size=shape)


@misconception(
    "glorot-positive-only",
    entry="I04",
    en="Your Glorot weights are all positive: they are drawn from 0 to a, and their mean is not 0.",
    zh="你的 Glorot 权重全是正的：取值从 0 到 a，均值不为 0。",
)
def glorot_uniform(shape, seed):
    return np.random.default_rng(seed).random(shape) * np.sqrt(6 / sum(shape))


@misconception(
    "he-of-fan-out",
    entry="I02",
    en="Your He weights are scaled by fan_out. A unit adds up fan_in products, and that number belongs under the root.",
    zh="你的 He 权重按 fan_out 缩放。一个单元相加的是 fan_in 个乘积，根号下应是 fan_in。",
)
def he_normal(shape, seed):
    return np.random.default_rng(seed).normal(0, np.sqrt(2 / shape[1]), size=shape)


@misconception(
    "he-variance-as-deviation",
    entry="I03",
    en="The standard deviation of your He weights is 2 / fan_in. That is the variance that they should have.",
    zh="你的 He 权重的标准差是 2 / fan_in，而这是方差应有的值。",
)
def he_normal(shape, seed):
    return np.random.default_rng(seed).normal(0, 2 / shape[0], size=shape)


@misconception(
    "he-without-two",
    entry="I01",
    en="The variance of your He weights is 1 / fan_in: half of what ReLU needs.",
    zh="你的 He 权重的方差是 1 / fan_in，只有 ReLU 所需的一半。",
)
def he_normal(shape, seed):
    return np.random.default_rng(seed).normal(0, np.sqrt(1 / shape[0]), size=shape)


@misconception(
    "he-of-both-fans",
    entry="I02",
    en="Your He weights have the variance 2 / (fan_in + fan_out), which is Glorot's.",
    zh="你的 He 权重的方差是 2 / (fan_in + fan_out)，那是 Glorot 的规则。",
)
def he_normal(shape, seed):
    return np.random.default_rng(seed).normal(0, np.sqrt(2 / sum(shape)), size=shape)


@misconception(
    "he-uniform",
    entry="I04",
    en="Your He weights have the right standard deviation, but a uniform distribution: it has no tails.",
    zh="你的 He 权重标准差正确，但服从均匀分布，没有尾部。",
)
def he_normal(shape, seed):
    limit = np.sqrt(6 / shape[0])
    return np.random.default_rng(seed).uniform(-limit, limit, size=shape)


@misconception(
    "he-positive-only",
    entry="I04",
    en="Your He weights are all positive: `random` draws from 0 to 1, not from a normal distribution.",
    zh="你的 He 权重全是正的：`random` 在 0 到 1 之间抽样，并不是正态分布。",
)
def he_normal(shape, seed):
    return np.random.default_rng(seed).random(shape) * np.sqrt(2 / shape[0])


@misconception(
    "he-truncated-without-correction",
    entry="I05",
    en="Your He weights are cut at two standard deviations and not widened again: what remains has only 0.88 of the "
    "standard deviation asked for.",
    zh="你的 He 权重在两个标准差处截断后没有再放大：剩下的标准差只有要求的 0.88 倍。",
)
def he_normal(shape, seed):
    rng = np.random.default_rng(seed)
    z = rng.standard_normal(shape)
    while (np.abs(z) > 2).any():
        z = np.where(np.abs(z) > 2, rng.standard_normal(shape), z)
    return z * np.sqrt(2 / shape[0])


@misconception(
    "he-clipped",
    entry="I05",
    en="Your He weights are clipped at two standard deviations: many of them sit exactly on the border, and the "
    "standard deviation is too small.",
    zh="你的 He 权重在两个标准差处被裁剪：许多权重正好落在边界上，标准差也偏小。",
)
def he_normal(shape, seed):
    return np.clip(np.random.default_rng(seed).standard_normal(shape), -2, 2) * np.sqrt(2 / shape[0])


@misconception(
    "shape-turned-round",
    entry="N02",
    en="Your arrays are (fan_out, fan_in). The shape passed in is the shape of the result.",
    zh="你的数组形状是 (fan_out, fan_in)。传入的 shape 就是结果的形状。",
)
def glorot_uniform(shape, seed):
    limit = np.sqrt(6 / sum(shape))
    return np.random.default_rng(seed).uniform(-limit, limit, size=shape[::-1])


@misconception("shape-turned-round")
def he_normal(shape, seed):
    return np.random.default_rng(seed).normal(0, np.sqrt(2 / shape[0]), size=shape[::-1])


@misconception(
    "seed-ignored",
    entry="",
    en="Your weights are the same for every seed.",
    zh="不论种子是多少，你的权重都一样。",
)
def glorot_uniform(shape, seed):
    limit = np.sqrt(6 / sum(shape))
    return np.random.default_rng(42).uniform(-limit, limit, size=shape)


@misconception("seed-ignored")
def he_normal(shape, seed):
    return np.random.default_rng(42).normal(0, np.sqrt(2 / shape[0]), size=shape)


@misconception(
    "all-units-alike",
    entry="N09",
    en="Your units all have the same weights: one column was drawn and repeated. They get the same gradient and stay "
    "alike for ever.",
    zh="你的所有单元权重都相同：只抽了一列，然后重复使用。它们的梯度也相同，永远分不开。",
)
def glorot_uniform(shape, seed):
    limit = np.sqrt(6 / sum(shape))
    return np.tile(np.random.default_rng(seed).uniform(-limit, limit, size=(shape[0], 1)), shape[1])


@misconception("all-units-alike")
def he_normal(shape, seed):
    return np.tile(np.random.default_rng(seed).normal(0, np.sqrt(2 / shape[0]), size=(shape[0], 1)), shape[1])


@misconception(
    "zeros",
    entry="N09",
    en="Your weights are all zero. Then all units of a layer compute the same, and no training makes them differ.",
    zh="你的权重全为零。这样同一层的单元算出的东西都一样，怎么训练也分不开。",
)
def glorot_uniform(shape, seed):
    return np.zeros(shape)


@misconception("zeros")
def he_normal(shape, seed):
    return np.zeros(shape)
