"""Wrong answers to private_gradient that people really give."""

import numpy as np

from grader.checks import misconception


def floating(grads):
    """The gradients as floats."""
    return grads.astype(grads.dtype if grads.dtype.kind == "f" else np.float64)


def norms_of(grads):
    """The norm of each example, in a shape that broadcasts with the gradients."""
    return np.sqrt(np.sum(grads**2, axis=tuple(range(1, grads.ndim)), keepdims=True))


def with_norms(grads, norms, clip, noise_multiplier, noise):
    """The right answer for these norms."""
    clipped = grads * (clip / np.maximum(norms, clip))
    return (np.sum(clipped, axis=0) + noise_multiplier * clip * noise) / len(grads)


@misconception(
    "clips-the-mean",
    entry="G15",
    en="You averaged first and clipped the mean. Then one example with a huge gradient decides where the mean "
    "points: each example has to be clipped by itself.",
    zh="你先求平均，再裁剪平均梯度。这样只要有一个样本梯度特别大，方向就由它决定。应对每个样本分别裁剪。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    mean = np.mean(grads, axis=0)
    norm = np.sqrt(np.sum(mean**2)).item()
    return mean * (clip / max(norm, clip)) + noise_multiplier * clip * noise / len(grads)


@misconception(
    "one-norm-for-the-batch",
    entry="G15",
    en="You clipped all examples together by the norm of the whole batch. Each example has a norm and a factor of "
    "its own.",
    zh="你用整批的范数把所有样本一起裁剪了。每个样本都有自己的范数和系数。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    return with_norms(grads, np.sqrt(np.sum(grads**2)), clip, noise_multiplier, noise)


@misconception(
    "norm-of-the-last-axis",
    entry="X05",
    en="Your norms are over the last axis only, so that each row of a matrix is clipped by itself. A gradient has "
    "one norm, over all axes but the first.",
    zh="你的范数只沿最后一个轴计算，结果矩阵的每一行各自被裁剪。一个样本的梯度只有一个范数，要对除第一个轴之外的所有"
    "轴计算。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    norms = np.sqrt(np.sum(grads**2, axis=-1, keepdims=True))
    return with_norms(grads, norms, clip, noise_multiplier, noise)


@misconception(
    "norm-across-the-batch",
    entry="X05",
    en="Your norms are over the batch axis: one for each parameter. There is one for each example.",
    zh="你的范数是沿批次轴计算的，每个参数一个。应是每个样本一个。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    norms = np.sqrt(np.sum(grads**2, axis=0, keepdims=True))
    return with_norms(grads, norms, clip, noise_multiplier, noise)


@misconception(
    "clips-by-value",
    entry="BP2",
    en="You limited each element to the range from -clip to clip. The limit is for the norm of an example's gradient.",
    zh="你把每个元素限制在 -clip 到 clip 之间。上限针对的是每个样本梯度的范数。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    return (np.sum(np.clip(grads, -clip, clip), axis=0) + noise_multiplier * clip * noise) / len(grads)


@misconception(
    "scales-always",
    entry="G15",
    en="Every example comes out with the norm clip: short gradients were made longer. The factor is at most 1.",
    zh="每个样本的梯度范数都变成了 clip：本来短的反而被放大了。系数不能超过 1。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    norms = norms_of(grads)
    clipped = grads * (clip / np.where(norms > 0, norms, 1))
    return (np.sum(clipped, axis=0) + noise_multiplier * clip * noise) / len(grads)


@misconception(
    "zero-by-zero",
    entry="",
    en="Your result is NaN where an example's gradient is all zeros: it was divided by its norm, 0/0.",
    zh="只要有一个样本的梯度全为零，你的结果就是 NaN：它除以了自己的范数，成了 0/0。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    norms = norms_of(grads)
    clipped = grads / norms * np.minimum(norms, clip)
    return (np.sum(clipped, axis=0) + noise_multiplier * clip * noise) / len(grads)


@misconception(
    "small-number-in-the-divisor",
    entry="",
    en="You added a small number to the norm before dividing. Gradients of that size become much too short: the "
    "formula has no such number, for a factor is never above 1.",
    zh="你在除之前给范数加了一个很小的数。与它大小相近的梯度会因此变得太短；公式里没有它，因为系数本来就不超过 1。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    clipped = grads * np.minimum(1, clip / (norms_of(grads) + 1e-6))
    return (np.sum(clipped, axis=0) + noise_multiplier * clip * noise) / len(grads)


@misconception(
    "long-gradients-dropped",
    entry="",
    en="You left out the gradients that are too long. They are shortened to clip, not dropped.",
    zh="你把太长的梯度丢掉了。应把它们缩短到 clip，而不是丢弃。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    return (np.sum(grads * (norms_of(grads) <= clip), axis=0) + noise_multiplier * clip * noise) / len(grads)


@misconception(
    "unit-length",
    entry="",
    en="Your clipped gradients have the norm 1: they were divided by the norm, but not multiplied by clip.",
    zh="你裁剪后的梯度范数为 1：除以了范数，却没有乘 clip。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    norms = norms_of(grads)
    clipped = grads / np.where(norms > clip, norms, 1)
    return (np.sum(clipped, axis=0) + noise_multiplier * clip * noise) / len(grads)


@misconception(
    "no-clipping",
    entry="",
    en="Your gradients are not clipped at all: only the noise is there.",
    zh="你完全没有裁剪梯度，只加了噪声。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    return (np.sum(grads, axis=0) + noise_multiplier * clip * noise) / len(grads)


@misconception(
    "no-root",
    entry="",
    en="Your norm is the sum of the squares: the root is missing.",
    zh="你的范数是平方和，没有开方。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    return with_norms(grads, norms_of(grads) ** 2, clip, noise_multiplier, noise)


@misconception(
    "sum-of-absolutes",
    entry="",
    en="Your norm is the sum of the absolute values (L1). The root of the sum of squares is asked for.",
    zh="你的范数是绝对值之和（L1 范数）。应取平方和的平方根。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    norms = np.sum(np.abs(grads), axis=tuple(range(1, grads.ndim)), keepdims=True)
    return with_norms(grads, norms, clip, noise_multiplier, noise)


@misconception(
    "largest-element-as-norm",
    entry="",
    en="Your norm is the largest absolute value. The root of the sum of squares is asked for.",
    zh="你的范数是绝对值中的最大者。应取平方和的平方根。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    norms = np.max(np.abs(grads), axis=tuple(range(1, grads.ndim)), keepdims=True)
    return with_norms(grads, norms, clip, noise_multiplier, noise)


@misconception(
    "not-divided",
    entry="",
    en="Your result is the sum: it was not divided by the number of examples.",
    zh="你的结果是总和，没有除以样本数。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    return len(grads) * with_norms(grads, norms_of(grads), clip, noise_multiplier, noise)


@misconception(
    "noise-not-divided",
    entry="",
    en="Your noise is n times too large: it was added to the mean, or to every example. It is added once, to the "
    "sum, and divided with it.",
    zh="你的噪声大了 n 倍：它被加到了平均值上，或者每个样本都加了一次。应只给和加一次，再一起除以 n。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    return with_norms(grads, norms_of(grads), clip, 0, noise) + noise_multiplier * clip * noise


@misconception(
    "noise-without-clip",
    entry="",
    en="Your noise is not multiplied by clip. noise_multiplier is in units of clip.",
    zh="你的噪声没有乘 clip。noise_multiplier 是以 clip 为单位的。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    return with_norms(grads, norms_of(grads), clip, noise_multiplier / clip, noise)


@misconception(
    "noise-without-multiplier",
    entry="",
    en="Your noise has the size of clip, whatever noise_multiplier is.",
    zh="不论 noise_multiplier 是多少，你的噪声总是 clip 那么大。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    return with_norms(grads, norms_of(grads), clip, 1, noise)


@misconception(
    "no-noise",
    entry="",
    en="Your result has no noise. Clipping alone bounds what an example can do, but does not hide it.",
    zh="你的结果没有加噪声。只裁剪能限制单个样本的作用，却掩盖不了它。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    return with_norms(grads, norms_of(grads), clip, 0, noise)


@misconception(
    "variance-for-deviation",
    entry="",
    en="You multiply the noise by the square of noise_multiplier · clip. That is its variance; the numbers are "
    "multiplied by the standard deviation.",
    zh="你给噪声乘了 noise_multiplier · clip 的平方。那是方差，应乘的是标准差。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    return with_norms(grads, norms_of(grads), clip, noise_multiplier**2 * clip, noise)


@misconception(
    "noise-before-clipping",
    entry="",
    en="You added the noise to each example before clipping. Then it is clipped away with the gradient: clip first, "
    "add up, and add the noise last.",
    zh="你在裁剪之前就给每个样本加了噪声，噪声会连同梯度一起被裁掉。应先裁剪、求和，最后再加噪声。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads) + noise_multiplier * clip * noise
    return with_norms(grads, norms_of(grads), clip, 0, noise)


@misconception(
    "examples-not-added",
    entry="",
    en="You returned one gradient for each example. They have to be added up over the first axis.",
    zh="你为每个样本各返回了一个梯度。应沿第一个轴把它们加起来。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    grads = floating(per_example_grads)
    return (grads * (clip / np.maximum(norms_of(grads), clip)) + noise_multiplier * clip * noise) / len(grads)


@misconception(
    "changes-in-place",
    entry="X02",
    en="You wrote into the caller's array: `*=` clips the gradients in place.",
    zh="你把结果写进了调用者的数组：`*=` 会原地修改梯度。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    per_example_grads *= clip / np.maximum(norms_of(floating(per_example_grads)), clip)
    return (np.sum(per_example_grads, axis=0) + noise_multiplier * clip * noise) / len(per_example_grads)


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your clipped gradients have the integer dtype of what came in, so that their fractions are cut off.",
    zh="你裁剪后的梯度沿用了输入的整数 dtype，小数部分被截掉了。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    clipped = np.empty_like(per_example_grads)
    for i, grad in enumerate(floating(per_example_grads)):
        clipped[i] = grad * (clip / max(np.sqrt(np.sum(grad**2)).item(), clip))
    total = np.sum(clipped, axis=0, dtype=floating(clipped).dtype)
    return (total + noise_multiplier * clip * noise) / len(clipped)


@misconception(
    "squares-wrap",
    entry="T08",
    en="You square small integers as they are: int8 ends at 127, so that 100² wraps around to 16. Convert to "
    "floating point first.",
    zh="你直接对小整数求平方：int8 最大是 127，100² 会回绕成 16。应先转成浮点数。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    axes = tuple(range(1, per_example_grads.ndim))
    squares = np.sum(per_example_grads**2, axis=axes, keepdims=True).astype(floating(per_example_grads).dtype)
    norms = np.sqrt(np.maximum(squares, 0))
    return with_norms(floating(per_example_grads), norms, clip, noise_multiplier, noise)


@misconception(
    "becomes-float64",
    entry="X16",
    en="Your result is float64 for float32 input: you added up in an array from `np.zeros`, which is float64.",
    zh="输入是 float32，你的结果却成了 float64：你用 `np.zeros` 建的数组求和，而它是 float64。",
)
def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    total = np.zeros(noise.shape)
    for grad in floating(per_example_grads):
        total += grad * (clip / max(np.sqrt(np.sum(grad**2)).item(), clip))
    return (total + noise_multiplier * clip * noise) / len(per_example_grads)
