"""Wrong answers to batchnorm_forward that people really give."""

import numpy as np

from grader.checks import misconception


def biased(x):
    return x.mean(axis=0), x.var(axis=0)


def affine(x_hat, gamma, beta):
    return gamma * x_hat + beta


def root(var, eps):
    return np.sqrt(var + eps)


def step(old, new, momentum):
    return momentum * old + (1 - momentum) * new


def forward(
    arrays,
    momentum=0.99,
    eps=1e-3,
    training=True,
    statistics=biased,
    scale=root,
    use_scale=None,
    use_affine=affine,
    out=affine,
    move=step,
    stored=lambda var, n, eps: var,
):
    """The right answer, unless one of its steps is replaced."""
    x, gamma, beta, running_mean, running_var = as_float(*arrays)
    if not training:
        x_hat = (x - running_mean) / (use_scale or scale)(running_var, eps)
        return use_affine(x_hat, gamma, beta), running_mean, running_var
    mean, var = statistics(x)
    running_mean = move(running_mean, mean, momentum)
    running_var = move(running_var, stored(var, len(x), eps), momentum)
    return out((x - mean) / scale(var, eps), gamma, beta), running_mean, running_var


@misconception(
    "unbiased-variance",
    entry="H05",
    en="Your variance divides by n - 1, in y and in the running variance. Here it divides by n.",
    zh="你的方差除以了 n - 1，y 和滑动方差都受影响。本题除以 n。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, statistics=lambda x: (x.mean(axis=0), x.var(axis=0, ddof=1)))


@misconception(
    "running-variance-unbiased",
    entry="H06",
    en="Your y is right, but the variance that enters the running one divides by n - 1. This is PyTorch's rule; Keras, "
    "and this exercise, store the variance that divides by n.",
    zh="你的 y 是对的，但进入滑动方差的是除以 n - 1 的方差。这是 PyTorch 的规则；Keras 和本题都存除以 n 的方差。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, stored=lambda var, n, eps: var * n / max(n - 1, 0.5))


@misconception(
    "momentum-weighs-the-new",
    entry="H04",
    en="Your momentum is the weight of the new statistics, as in PyTorch. Here it is the weight of the old ones.",
    zh="你把 momentum 当成了新统计量的权重（PyTorch 是这样）。本题中它是旧统计量的权重。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, move=lambda old, new, m: (1 - m) * old + m * new)


@misconception(
    "eps-outside-root",
    entry="H01",
    en="You added eps to the root. It is added to the variance, before the root is taken.",
    zh="你把 eps 加在了平方根上。应先把它加到方差上，再开方。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, scale=lambda var, eps: np.sqrt(var) + eps)


@misconception(
    "eps-outside-root-in-use",
    entry="H01",
    en="Outside training you added eps to the root; in training you had it under the root, where it belongs.",
    zh="不训练时你把 eps 加在了平方根上；训练时你加在根号里面，那才是对的。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, use_scale=lambda var, eps: np.sqrt(var) + eps)


@misconception(
    "eps-missing",
    entry="H01",
    en="Your divisor has no eps: a constant feature becomes 0/0, and every other one comes out a little too large.",
    zh="你的除数里没有 eps：恒定的特征会变成 0/0，其他特征也都偏大一点。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, scale=lambda var, eps: np.sqrt(var))


@misconception(
    "eps-missing-in-use",
    entry="H01",
    en="Outside training your divisor has no eps. The formula is the same one as in training.",
    zh="不训练时你的除数里没有 eps。公式与训练时是同一个。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, use_scale=lambda var, eps: np.sqrt(var))


@misconception(
    "eps-in-running-variance",
    entry="H01",
    en="Your running variance contains eps: it is added again whenever the layer is used.",
    zh="你的滑动方差里含有 eps，而以后使用时还会再加一次。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, stored=lambda var, n, eps: var + eps)


@misconception(
    "deviation-stored",
    entry="",
    en="What you keep as running variance is an average of standard deviations: the root was taken before it was "
    "stored.",
    zh="你保存在滑动方差里的是标准差的平均：存之前开了方。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, stored=lambda var, n, eps: np.sqrt(var))


@misconception(
    "root-missing",
    entry="",
    en="You divided by the variance itself: its root was not taken.",
    zh="你直接除以了方差，没有开方。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, scale=lambda var, eps: var + eps)


@misconception(
    "no-scale-and-shift-in-use",
    entry="H02",
    en="Outside training you return the normalised values: gamma and beta have been forgotten there.",
    zh="不训练时你返回的是归一化后的值，忘了 gamma 和 beta。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, use_affine=lambda x_hat, gamma, beta: x_hat)


@misconception(
    "shift-is-scaled",
    entry="",
    en="You added beta before multiplying by gamma, so the shift is scaled too.",
    zh="你先加 beta 再乘 gamma，平移量也被缩放了。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    def shifted(x_hat, gamma, beta):
        return gamma * (x_hat + beta)

    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, out=shifted, use_affine=shifted)


@misconception(
    "scale-and-shift-swapped",
    entry="",
    en="You multiplied by beta and added gamma: the two are exchanged.",
    zh="你乘了 beta、加了 gamma：两者用反了。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    return forward((x, beta, gamma, running_mean, running_var), momentum, eps, training)


@misconception(
    "statistics-not-updated",
    entry="H03",
    en="Your running statistics come back from training as they went in. In training they move towards those of the "
    "batch.",
    zh="训练之后，你的滑动统计量还是原来的值。训练时它们应向批次的统计量靠近。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, move=lambda old, new, momentum: old)


@misconception(
    "statistics-updated-in-use",
    entry="H03",
    en="Your running statistics also move where training is False. Then they are returned unchanged.",
    zh="training=False 时你的滑动统计量也变了，这时应原样返回。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    arrays = (x, gamma, beta, running_mean, running_var)
    y, _, _ = forward(arrays, momentum, eps, training)
    return (y, *forward(arrays, momentum, eps, True)[1:])


@misconception(
    "batch-statistics-in-use",
    entry="",
    en="You normalise with the statistics of the batch even where training is False. Then the running ones are due.",
    zh="training=False 时你仍用批次的统计量归一化，这时应当用滑动统计量。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    arrays = as_float(x, gamma, beta, running_mean, running_var)
    trained = forward(arrays, momentum, eps, True)
    return trained if training else (trained[0], arrays[3], arrays[4])


@misconception(
    "running-statistics-in-training",
    entry="",
    en="In training you normalise with the running statistics, after updating them. The batch's own are due there.",
    zh="训练时你用更新后的滑动统计量做归一化。训练时应当用批次自己的统计量。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    x, gamma, beta, mean, var = as_float(x, gamma, beta, running_mean, running_var)
    if training:
        mean, var = step(mean, x.mean(axis=0), momentum), step(var, x.var(axis=0), momentum)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta, mean, var


@misconception(
    "over-all-values",
    entry="X05",
    en="Your mean and variance are those of all values together. Every feature has its own.",
    zh="你的均值和方差是对所有数值一起算的。每个特征应各算各的。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, statistics=lambda x: (x.mean(), x.var()))


@misconception(
    "over-features",
    entry="X05",
    en="You normalise each sample over its features: that is layer normalisation. Batch normalisation goes along the "
    "batch axis.",
    zh="你是对每个样本沿特征归一化的，这是层归一化。批归一化沿批次轴进行。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    def rows(x):
        return x.mean(axis=1, keepdims=True), x.var(axis=1, keepdims=True)

    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, statistics=rows, move=lambda old, new, m: step(old, new.mean(), m))


@misconception(
    "axis-left-over",
    entry="H09",
    en="Your running statistics have shape (1, d) after training: `keepdims` has left an axis over.",
    zh="训练之后你的滑动统计量形状为 (1, d)：`keepdims` 多留了一个轴。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    def kept(x):
        return x.mean(axis=0, keepdims=True), x.var(axis=0, keepdims=True)

    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, statistics=kept)


@misconception(
    "other-defaults",
    entry="H17",
    en="Your defaults are momentum 0.9 and eps 1e-5, as in many books. Here they are Keras's: 0.99 and 1e-3.",
    zh="你的默认值是 momentum 0.9、eps 1e-5（很多书是这样）。本题与 Keras 相同：0.99 和 1e-3。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.9, eps=1e-5, training=True):
    return forward((x, gamma, beta, running_mean, running_var), momentum, eps, training)


@misconception(
    "not-in-training-by-default",
    entry="",
    en="Your layer is not in training unless it is told so: the default of training is True.",
    zh="不传 training 时你按不训练处理，而它的默认值应是 True。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=False):
    return forward((x, gamma, beta, running_mean, running_var), momentum, eps, training)


@misconception(
    "difference-of-squares",
    entry="H15",
    en="Your variance is the mean of the squares minus the square of the mean. Where the mean is large, two huge "
    "numbers cancel and nothing right is left. Subtract the mean first.",
    zh="你的方差是“平方的平均减去平均的平方”。均值很大时，两个巨大的数相减，有效数字全部丢失。应先减去均值再平方。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    def moments(x):
        return x.mean(axis=0), np.mean(x**2, axis=0) - np.mean(x, axis=0) ** 2

    arrays = (x, gamma, beta, running_mean, running_var)
    return forward(arrays, momentum, eps, training, statistics=moments)


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your y consists of whole numbers where x does: an array made like an integer array cuts off the fraction.",
    zh="x 为整数时，你的 y 也成了整数：仿照整数数组建立的数组会把小数部分截掉。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    exact, mean, var = forward((x, gamma, beta, running_mean, running_var), momentum, eps, training)
    y = np.zeros_like(x)
    y[...] = np.clip(exact, 0, 255) if x.dtype == np.uint8 else exact
    return y, mean, var


@misconception(
    "becomes-float64",
    entry="X16",
    en="Your y is float64 for float32 inputs: an array made by `np.zeros` is float64 unless it is told otherwise.",
    zh="输入是 float32 时你的 y 成了 float64：`np.zeros` 默认建立 float64 数组。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    exact, mean, var = forward((x, gamma, beta, running_mean, running_var), momentum, eps, training)
    y = np.zeros(x.shape)
    y[:] = exact
    return y, mean, var


@misconception(
    "changes-in-place",
    entry="X02",
    en="You updated the caller's running statistics: `*=` and `+=` change the arrays that were passed in.",
    zh="你改掉了调用者的滑动统计量：`*=` 和 `+=` 会原地修改传入的数组。",
)
def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    y, mean, var = forward((x, gamma, beta, running_mean, running_var), momentum, eps, training)
    running_mean[:] = mean
    running_var[:] = var
    return y, running_mean, running_var
