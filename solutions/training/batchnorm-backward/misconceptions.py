"""Wrong answers to batchnorm_backward that people really give."""

import numpy as np

from grader.checks import misconception


def root(var, eps):
    return np.sqrt(var + eps)


def backward(
    arrays,
    eps,
    axis=0,
    ddof=0,
    scale=root,
    average=lambda a, axis: a.mean(axis=axis, keepdims=True),
    through_mean=1,
    through_var=1,
    factor=lambda gamma: gamma,
    keepdims=False,
):
    """The right answer, unless one of its steps is replaced."""
    dy, x, gamma = as_float(*arrays)
    s = scale(x.var(axis=axis, ddof=ddof, keepdims=True), eps)
    x_hat = (x - x.mean(axis=axis, keepdims=True)) / s
    inside = dy - through_mean * average(dy, axis) - through_var * x_hat * average(dy * x_hat, axis)
    dgamma, dbeta = (dy * x_hat).sum(axis=0, keepdims=keepdims), dy.sum(axis=0, keepdims=keepdims)
    return factor(gamma) / s * inside, dgamma, dbeta


@misconception(
    "statistics-are-constants",
    entry="H07",
    en="Your dx is dy times gamma over the root: the mean and the variance were treated as constants. They change with "
    "every input.",
    zh="你的 dx 是 dy 乘 gamma 再除以那个平方根：均值和方差被当成了常数，而它们会随每个输入变化。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    return backward((dy, x, gamma), eps, through_mean=0, through_var=0)


@misconception(
    "variance-is-constant",
    entry="H07",
    en="Your dx takes account of the mean, but treats the variance as a constant.",
    zh="你的 dx 计入了均值，却把方差当成了常数。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    return backward((dy, x, gamma), eps, through_var=0)


@misconception(
    "mean-is-constant",
    entry="H07",
    en="Your dx takes account of the variance, but treats the mean as a constant: its columns do not add up to 0.",
    zh="你的 dx 计入了方差，却把均值当成了常数：它的每一列之和不为 0。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    return backward((dy, x, gamma), eps, through_mean=0)


@misconception(
    "sums-not-means",
    entry="H12",
    en="In your dx the parts that come through the mean and the variance are n times too large: 1/n is missing there.",
    zh="你的 dx 中，经过均值和方差的两部分大了 n 倍：那里漏了 1/n。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    return backward((dy, x, gamma), eps, average=lambda a, axis: a.sum(axis=axis, keepdims=True))


@misconception(
    "variance-part-doubled",
    entry="",
    en="In your dx the part that comes through the variance is twice too large: the 1/2 of the root and the 2 of the "
    "square cancel.",
    zh="你的 dx 中，经过方差的那部分大了一倍：开方求导的 1/2 与平方求导的 2 应当抵消。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    return backward((dy, x, gamma), eps, through_var=2)


@misconception(
    "variance-part-sign",
    entry="L04",
    en="In your dx the part that comes through the variance has the opposite sign: a larger variance makes the results "
    "smaller.",
    zh="你的 dx 中，经过方差的那部分符号反了：方差变大，输出是变小的。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    return backward((dy, x, gamma), eps, through_var=-1)


@misconception(
    "scale-missing-in-dx",
    entry="",
    en="Your dx does not contain gamma: the gradient passed the scaling as if gamma were 1.",
    zh="你的 dx 里没有 gamma：梯度穿过缩放时，好像 gamma 等于 1。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    return backward((dy, x, gamma), eps, factor=np.ones_like)


@misconception(
    "eps-missing",
    entry="H08",
    en="Your gradients were computed without eps: they do not belong to the forward pass that has it.",
    zh="你的梯度是在没有 eps 的情况下算的，与带 eps 的前向对不上。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    return backward((dy, x, gamma), eps, scale=lambda var, eps: np.sqrt(var))


@misconception(
    "eps-subtracted",
    entry="H08",
    en="You subtracted eps from the variance. It is added, as in the forward pass.",
    zh="你从方差里减去了 eps。应与前向一样加上它。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    return backward((dy, x, gamma), eps, scale=lambda var, eps: np.sqrt(var - eps))


@misconception(
    "eps-outside-root",
    entry="H01",
    en="You added eps to the root. It is added to the variance, before the root is taken.",
    zh="你把 eps 加在了平方根上。应先把它加到方差上，再开方。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    return backward((dy, x, gamma), eps, scale=lambda var, eps: np.sqrt(var) + eps)


@misconception(
    "other-default",
    entry="H17",
    en="Your default of eps is 1e-5, as in PyTorch. Here it is Keras's 1e-3.",
    zh="你的 eps 默认值是 1e-5（PyTorch 是这样）。本题与 Keras 相同，是 1e-3。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-5):
    return backward((dy, x, gamma), eps)


@misconception(
    "unbiased-variance",
    entry="H05",
    en="Your variance divides by n - 1. Batch normalisation divides by n.",
    zh="你的方差除以了 n - 1。批归一化除以 n。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    return backward((dy, x, gamma), eps, ddof=1)


@misconception(
    "divides-by-variance",
    entry="",
    en="You divided by the variance where its root is due.",
    zh="该除以标准差（方差的平方根）的地方，你除以了方差。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    return backward((dy, x, gamma), eps, scale=lambda var, eps: var + eps)


@misconception(
    "over-features",
    entry="H11",
    en="Your means are taken over the features of each sample: that is layer normalisation. Here they go along the "
    "batch.",
    zh="你的平均是对每个样本的各个特征取的，那是层归一化。这里要沿批次取平均。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    return backward((dy, x, gamma), eps, axis=1)


@misconception(
    "gamma-gradient-with-raw-inputs",
    entry="",
    en="Your dgamma multiplies dy by x. What gamma multiplies in the forward pass is the normalised x.",
    zh="你的 dgamma 用 dy 乘了 x。前向时与 gamma 相乘的是归一化后的 x。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    dx, _, dbeta = backward((dy, x, gamma), eps)
    dy, x, _ = as_float(dy, x, gamma)
    return dx, (dy * x).sum(axis=0), dbeta


@misconception(
    "gamma-gradient-contains-gamma",
    entry="",
    en="Your dgamma is multiplied by gamma: dy was scaled before it was used for gamma itself.",
    zh="你的 dgamma 多乘了 gamma：先缩放了 dy，再拿去求 gamma 自己的梯度。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    dx, dgamma, dbeta = backward((dy, x, gamma), eps)
    return dx, gamma * dgamma, dbeta


@misconception(
    "parameter-gradients-averaged",
    entry="N04",
    en="Your dgamma and dbeta are averaged over the batch. They are sums: dy already contains the 1/n of the loss.",
    zh="你的 dgamma 和 dbeta 对批次取了平均。这里应当求和：损失的 1/n 已经包含在 dy 里了。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    dx, dgamma, dbeta = backward((dy, x, gamma), eps)
    return dx, dgamma / len(x), dbeta / len(x)


@misconception(
    "axis-left-over",
    entry="X06",
    en="Your dgamma and dbeta have shape (1, d): `keepdims` has left an axis over.",
    zh="你的 dgamma 和 dbeta 形状为 (1, d)：`keepdims` 多留了一个轴。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    return backward((dy, x, gamma), eps, keepdims=True)


@misconception(
    "gradients-exchanged",
    entry="",
    en="You returned dbeta where dgamma is due, and the other way round.",
    zh="你把 dgamma 和 dbeta 的返回位置弄反了。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    dx, dgamma, dbeta = backward((dy, x, gamma), eps)
    return dx, dbeta, dgamma


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your dx consists of whole numbers where x does: an array made like an integer array cuts off the fraction.",
    zh="x 为整数时，你的 dx 也成了整数：仿照整数数组建立的数组会把小数部分截掉。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    exact, dgamma, dbeta = backward((dy, x, gamma), eps)
    dx = np.zeros_like(x)
    dx[...] = np.clip(exact, 0, 255) if x.dtype == np.uint8 else exact
    return dx, dgamma, dbeta


@misconception(
    "becomes-float64",
    entry="X16",
    en="Your dx is float64 for float32 inputs: an array made by `np.zeros` is float64 unless it is told otherwise.",
    zh="输入是 float32 时你的 dx 成了 float64：`np.zeros` 默认建立 float64 数组。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    exact, dgamma, dbeta = backward((dy, x, gamma), eps)
    dx = np.zeros(x.shape)
    dx[:] = exact
    return dx, dgamma, dbeta


@misconception(
    "changes-in-place",
    entry="X02",
    en="You wrote dx into the caller's dy: `*=` and `-=` change the array that was passed in.",
    zh="你把 dx 写进了调用者的 dy：`*=` 和 `-=` 会原地修改传入的数组。",
)
def batchnorm_backward(dy, x, gamma, eps=1e-3):
    exact, dgamma, dbeta = backward((dy, x, gamma), eps)
    if dy.dtype.kind != "f":
        return exact, dgamma, dbeta
    dy[...] = exact
    return dy, dgamma, dbeta
