"""Wrong answers to fit_linear that people really give."""

import numpy as np

from grader.checks import misconception


def descend(x, y, lr, steps, factor=lambda x: 2 / len(x), bias=lambda slope: slope.sum(), start=0.0):
    """The right answer, unless one of its parts is replaced."""
    x, y = as_float(x, y)
    w, b = np.full_like(x[0], start), start
    for _ in range(steps):
        slope = factor(x) * (x @ w + b - y)
        w, b = w - lr * (x.T @ slope), b - lr * bias(slope)
    return w, b


@misconception(
    "factor-two-missing",
    entry="L03",
    en="Your steps are half as long as they should be: the 2 from the derivative of the square is missing, as in "
    "the source.",
    zh="你的每一步只有应有长度的一半：漏了对平方求导产生的系数 2，和原文一样。",
)
def fit_linear(x, y, lr, steps):
    return descend(x, y, lr, steps, factor=lambda x: 1 / len(x))


@misconception(
    "sum-not-mean",
    entry="G05",
    en="Your steps are n times too long: the gradient is that of the sum of the squared errors, not of their mean.",
    zh="你的每一步都长了 n 倍：这是平方误差之和的梯度，不是平均的梯度。",
)
def fit_linear(x, y, lr, steps):
    return descend(x, y, lr, steps, factor=lambda x: 2)


@misconception(
    "mean-over-inputs-too",
    entry="L02",
    en="Your steps are d times too short: you divided by the number of entries of x, not by the number of samples.",
    zh="你的每一步都短了 d 倍：你除以的是 x 的元素个数，而不是样本数。",
)
def fit_linear(x, y, lr, steps):
    return descend(x, y, lr, steps, factor=lambda x: 2 / x.size)


@misconception(
    "uphill",
    entry="L04",
    en="Your steps go uphill: either the error has the wrong sign or the step was added.",
    zh="你在往上坡走：要么误差的符号反了，要么把步长加了上去。",
)
def fit_linear(x, y, lr, steps):
    return descend(x, y, lr, steps, factor=lambda x: -2 / len(x))


@misconception(
    "one-after-the-other",
    entry="G06",
    en="Your b is moved by an error that was computed with the new w. Both gradients belong to the old parameters.",
    zh="你更新 b 用的误差是拿新的 w 算的。两个梯度都要用更新前的参数来算。",
)
def fit_linear(x, y, lr, steps):
    x, y = as_float(x, y)
    w, b = np.zeros_like(x[0]), 0.0
    for _ in range(steps):
        w = w - lr * 2 * x.T @ (x @ w + b - y) / len(y)
        b = b - lr * 2 * np.mean(x @ w + b - y)
    return w, b


@misconception(
    "no-bias",
    entry="N01",
    en="Your bias stays 0: only the weights are trained.",
    zh="你的偏置一直是 0：只训练了权重。",
)
def fit_linear(x, y, lr, steps):
    return descend(x, y, lr, steps, bias=lambda slope: 0.0)


@misconception(
    "bias-averaged-twice",
    entry="N04",
    en="Your bias moves n times too slowly: its gradient was divided by n twice.",
    zh="你的偏置移动得慢了 n 倍：它的梯度除了两次 n。",
)
def fit_linear(x, y, lr, steps):
    return descend(x, y, lr, steps, bias=lambda slope: slope.mean())


@misconception(
    "starts-at-one",
    entry="",
    en="Your parameters start at 1. They have to start at 0, which shows when no step is taken.",
    zh="你的参数从 1 开始，而题目要求从 0 开始。一步都不走时就看得出来。",
)
def fit_linear(x, y, lr, steps):
    return descend(x, y, lr, steps, start=1.0)


@misconception(
    "one-step-too-many",
    entry="",
    en="You take one step more than asked for.",
    zh="你多走了一步。",
)
def fit_linear(x, y, lr, steps):
    return descend(x, y, lr, steps + 1)


@misconception(
    "one-step-too-few",
    entry="",
    en="You take one step fewer than asked for.",
    zh="你少走了一步。",
)
def fit_linear(x, y, lr, steps):
    return descend(x, y, lr, steps - 1)


@misconception(
    "stale-gradient",
    entry="",
    en="Your steps are all the same: the gradient is computed once, before the loop, and not anew in each step.",
    zh="你的每一步都一样：梯度只在循环之前算了一次，没有在每一步重新计算。",
)
def fit_linear(x, y, lr, steps):
    w, b = descend(x, y, lr, 1)
    return steps * w, steps * b


@misconception(
    "sample-by-sample",
    entry="G05",
    en="You step after each sample. A step here is taken once for all samples, by the mean of their gradients.",
    zh="你每看一个样本就更新一次。这里是看完全体样本才走一步，用的是它们梯度的平均。",
)
def fit_linear(x, y, lr, steps):
    x, y = as_float(x, y)
    w, b = np.zeros_like(x[0]), 0.0
    for _ in range(steps):
        for i in range(len(y)):
            error = x[i] @ w + b - y[i]
            w, b = w - lr * 2 * error * x[i], b - lr * 2 * error
    return w, b


@misconception(
    "absolute-error",
    entry="L08",
    en="Your steps use only the signs of the errors: that is descent on the mean absolute error.",
    zh="你的每一步只用了误差的符号：那是对平均绝对误差做梯度下降。",
)
def fit_linear(x, y, lr, steps):
    x, y = as_float(x, y)
    w, b = np.zeros_like(x[0]), 0.0
    for _ in range(steps):
        slope = np.sign(x @ w + b - y) / len(y)
        w, b = w - lr * (x.T @ slope), b - lr * slope.sum()
    return w, b


@misconception(
    "targets-as-a-column",
    entry="X01",
    en="Your errors are a matrix (n, n): predictions (n,) minus targets (n, 1) was broadcast, and every prediction was "
    "compared with every target.",
    zh="你的误差成了 (n, n) 的矩阵：(n,) 的预测减 (n, 1) 的目标值触发了广播，每个预测和每个目标都比了一遍。",
)
def fit_linear(x, y, lr, steps):
    x, y = as_float(x, y)
    w, b = np.zeros_like(x[0]), 0.0
    for _ in range(steps):
        slope = 2 * np.mean(x @ w + b - y[:, None], axis=0) / len(y)
        w, b = w - lr * (x.T @ slope), b - lr * slope.sum()
    return w, b


@misconception(
    "closed-form",
    entry="",
    en="Your result is the best line itself, whatever `steps` is. Asked for is the position after that many steps.",
    zh="不论步数多少，你返回的都是最佳直线。题目要的是走完 `steps` 步时的位置。",
)
def fit_linear(x, y, lr, steps):
    x, y = as_float(x, y)
    theta = np.linalg.lstsq(np.column_stack([x, np.ones_like(y)]), y, rcond=None)[0]
    return theta[:-1], theta[-1]


@misconception(
    "weights-as-a-column",
    entry="X06",
    en="Your weights have the shape (d, 1). One weight for each input, in a vector (d,), is asked for.",
    zh="你的权重形状是 (d, 1)。题目要求的是向量 (d,)，每个输入一个权重。",
)
def fit_linear(x, y, lr, steps):
    w, b = descend(x, y, lr, steps)
    return w[:, None], b


@misconception(
    "bias-as-an-array",
    entry="X06",
    en="Your bias is an array of one element. It has to be a number.",
    zh="你的偏置是只含一个元素的数组，而它应当是一个数。",
)
def fit_linear(x, y, lr, steps):
    w, b = descend(x, y, lr, steps)
    return w, np.array([b])


@misconception(
    "integers-raise",
    entry="X03",
    en="Your weights are an array of integers where x is. `-=` cannot put fractions into it: NumPy raises an error.",
    zh="x 是整数时，你的权重也是整数数组，`-=` 放不进小数，NumPy 会报错。",
)
def fit_linear(x, y, lr, steps):
    w, b = np.zeros_like(x[0]), 0.0
    for _ in range(steps):
        slope = 2 * (x @ w + b - y) / len(y)
        w -= lr * (x.T @ slope)
        b -= lr * slope.sum()
    return w, b


@misconception(
    "float64-always",
    entry="X16",
    en="Your weights are float64 for float32 data: `np.zeros(d)` is float64 unless it is told otherwise.",
    zh="数据是 float32，你的权重却是 float64：`np.zeros(d)` 不指定 dtype 时就是 float64。",
)
def fit_linear(x, y, lr, steps):
    w, b = descend(x, y, lr, steps)
    return w.astype(np.float64), b
