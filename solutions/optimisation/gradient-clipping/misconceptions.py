"""Wrong answers to clip_by_global_norm that people really give."""

import numpy as np

from grader.checks import misconception


def norm_of(grads):
    """The norm of all gradients together."""
    return float(np.sqrt(sum(np.sum(np.square(grad, dtype=np.result_type(grad, 0.0))) for grad in grads)))


@misconception(
    "clips-each-array",
    entry="G15",
    en="You limited each array by its own norm (Keras's clipnorm). The limit is for all of them together, "
    "and one factor shortens all.",
    zh="你按每个数组自己的范数分别裁剪（Keras 的 clipnorm）。上限是对所有数组合起来说的，大家乘同一个系数。",
)
def clip_by_global_norm(grads, max_norm):
    return [grad * (max_norm / max(norm_of([grad]), max_norm)) for grad in grads], norm_of(grads)


@misconception(
    "scales-always",
    entry="G15",
    en="Your gradients always come out with the norm max_norm: those within the limit were made longer.",
    zh="你的梯度范数总是变成 max_norm：本来没有超过上限的，反而被放大了。",
)
def clip_by_global_norm(grads, max_norm):
    norm = norm_of(grads)
    return [grad * (max_norm / norm if norm else 1.0) for grad in grads], norm


@misconception(
    "clips-by-value",
    entry="BP2",
    en="You limited each element to the range from -max_norm to max_norm (Keras's clipvalue), which changes the "
    "direction. The limit is for the norm.",
    zh="你把每个元素限制在 -max_norm 到 max_norm 之间（Keras 的 clipvalue），方向会改变。上限针对的是范数。",
)
def clip_by_global_norm(grads, max_norm):
    return [np.clip(grad * 1.0, -max_norm, max_norm) for grad in grads], norm_of(grads)


@misconception(
    "norm-from-after",
    entry="",
    en="Your gradients are right, but the norm that you return is the one after clipping. It is asked for from before.",
    zh="梯度是对的，但你返回的是裁剪之后的范数。题目要的是裁剪之前的。",
)
def clip_by_global_norm(grads, max_norm):
    norm = norm_of(grads)
    return [grad * (max_norm / max(norm, max_norm)) for grad in grads], min(norm, max_norm)


@misconception(
    "no-root",
    entry="",
    en="Your norm is the sum of the squares: the root is missing.",
    zh="你的范数是平方和，没有开方。",
)
def clip_by_global_norm(grads, max_norm):
    norm = norm_of(grads) ** 2
    return [grad * (max_norm / max(norm, max_norm)) for grad in grads], norm


@misconception(
    "sum-of-norms",
    entry="",
    en="Your norm is the sum of the norms of the arrays. The squares add up, not the norms: take the root last.",
    zh="你的范数是各数组范数之和。应相加的是平方，而不是范数；开方放在最后。",
)
def clip_by_global_norm(grads, max_norm):
    norm = sum(norm_of([grad]) for grad in grads)
    return [grad * (max_norm / max(norm, max_norm)) for grad in grads], norm


@misconception(
    "largest-norm",
    entry="",
    en="Your norm is that of the longest array. All arrays count, as one long vector.",
    zh="你的范数是最长那个数组的范数。所有数组都要算进去，当作一个长向量。",
)
def clip_by_global_norm(grads, max_norm):
    norm = max(norm_of([grad]) for grad in grads)
    return [grad * (max_norm / max(norm, max_norm)) for grad in grads], norm


@misconception(
    "root-mean-square",
    entry="",
    en="Your norm is divided by the root of the number of elements: it is their root mean square.",
    zh="你的范数除以了元素个数的平方根，成了均方根。",
)
def clip_by_global_norm(grads, max_norm):
    norm = norm_of(grads) / np.sqrt(sum(grad.size for grad in grads)).item()
    return [grad * (max_norm / max(norm, max_norm)) for grad in grads], norm


@misconception(
    "sum-of-absolutes",
    entry="",
    en="Your norm is the sum of the absolute values (L1). The global norm is the root of the sum of squares.",
    zh="你的范数是绝对值之和（L1 范数）。全局范数是平方和的平方根。",
)
def clip_by_global_norm(grads, max_norm):
    norm = float(sum(np.sum(np.abs(grad)) for grad in grads))
    return [grad * (max_norm / max(norm, max_norm)) for grad in grads], norm


@misconception(
    "unit-length",
    entry="",
    en="Your clipped gradients have the norm 1: they were divided by the norm, but not multiplied by max_norm.",
    zh="你裁剪后的梯度范数为 1：除以了范数，却没有乘 max_norm。",
)
def clip_by_global_norm(grads, max_norm):
    norm = norm_of(grads)
    return [grad * (1 / norm if norm > max_norm else 1.0) for grad in grads], norm


@misconception(
    "factor-upside-down",
    entry="",
    en="Your factor is norm / max_norm: gradients that are too long become longer still.",
    zh="你的系数是 norm / max_norm：太长的梯度反而更长了。",
)
def clip_by_global_norm(grads, max_norm):
    norm = norm_of(grads)
    return [grad * (max(norm, max_norm) / max_norm) for grad in grads], norm


@misconception(
    "condition-reversed",
    entry="G15",
    en="You scale the gradients that are within the limit, and leave those that are too long.",
    zh="你缩放的是没有超过上限的梯度，太长的反而没有动。",
)
def clip_by_global_norm(grads, max_norm):
    norm = norm_of(grads)
    return [grad * (max_norm / norm if 0 < norm < max_norm else 1.0) for grad in grads], norm


@misconception(
    "divides-by-zero",
    entry="",
    en="Your factor divides by the norm before it is known whether there is anything to clip: "
    "gradients that are all zero end in an error.",
    zh="还没有判断要不要裁剪，你就先除以了范数：梯度全为零时会出错。",
)
def clip_by_global_norm(grads, max_norm):
    norm = norm_of(grads)
    return [grad * min(1.0, max_norm / norm) for grad in grads], norm


@misconception(
    "one-long-vector",
    entry="X06",
    en="You returned one long vector. Each gradient keeps its array and its shape.",
    zh="你返回的是一个长向量。每个梯度都应保留自己的数组和形状。",
)
def clip_by_global_norm(grads, max_norm):
    norm = norm_of(grads)
    return np.concatenate([grad.ravel() for grad in grads]) * (max_norm / max(norm, max_norm)), norm


@misconception(
    "flattened-arrays",
    entry="X06",
    en="Your gradients are flattened. Each keeps its shape.",
    zh="你把每个梯度都展平了。应保留各自的形状。",
)
def clip_by_global_norm(grads, max_norm):
    norm = norm_of(grads)
    return [grad.ravel() * (max_norm / max(norm, max_norm)) for grad in grads], norm


@misconception(
    "order-of-results",
    entry="",
    en="You returned the norm first. The order is gradients, norm.",
    zh="你先返回了范数。顺序应为梯度、范数。",
)
def clip_by_global_norm(grads, max_norm):
    norm = norm_of(grads)
    return norm, [grad * (max_norm / max(norm, max_norm)) for grad in grads]


@misconception(
    "norm-left-out",
    entry="",
    en="You returned the gradients alone. The norm is asked for as well.",
    zh="你只返回了梯度。范数也要返回。",
)
def clip_by_global_norm(grads, max_norm):
    norm = norm_of(grads)
    return [grad * (max_norm / max(norm, max_norm)) for grad in grads]


@misconception(
    "changes-in-place",
    entry="X02",
    en="You wrote into the caller's arrays: `*=` changes the gradients in place.",
    zh="你把结果写进了调用者的数组：`*=` 会原地修改梯度。",
)
def clip_by_global_norm(grads, max_norm):
    norm = norm_of(grads)
    if norm > max_norm:
        for grad in grads:
            grad *= max_norm / norm
    return grads, norm


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your clipped gradients have the integer dtype of what came in, so that their fractions are cut off.",
    zh="你裁剪后的梯度沿用了输入的整数 dtype，小数部分被截掉了。",
)
def clip_by_global_norm(grads, max_norm):
    norm = norm_of(grads)
    return [(grad * (max_norm / max(norm, max_norm))).astype(grad.dtype) for grad in grads], norm


@misconception(
    "becomes-float64",
    entry="",
    en="Your clipped gradients are float64 for float32 input: the factor is a float64 NumPy scalar and widens them.",
    zh="输入是 float32，你裁剪后的梯度却成了 float64：系数是 float64 的 NumPy 标量，把结果带成了 float64。",
)
def clip_by_global_norm(grads, max_norm):
    norm = norm_of(grads)
    return [grad * np.float64(max_norm / max(norm, max_norm)) for grad in grads], norm
