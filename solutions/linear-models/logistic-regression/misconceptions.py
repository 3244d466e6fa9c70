"""Wrong answers to fit_logistic and predict_proba that people really give."""

import numpy as np

from grader.checks import misconception


def right(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def descend(x, y, lr, steps, slope=lambda p, y: p - y, count=len, bias=lambda e: e.sum(), start=0.0, p_of=right):
    """The right answer, unless one of its parts is replaced."""
    x = as_float(x)
    y = y.astype(x.dtype)
    w, b = np.full_like(x[0], start), start
    for _ in range(steps):
        e = slope(p_of(x @ w + b), y) / count(x)
        w, b = w - lr * (x.T @ e), b - lr * bias(e)
    return w, b


@misconception(
    "slope-of-sigmoid-kept",
    entry="B08",
    en="Your gradient contains p(1 - p): that of a squared error. With the cross-entropy this factor cancels.",
    zh="你的梯度里还有 p(1 - p)，那是平方误差的梯度。用交叉熵时，这个因子会约掉。",
)
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps, lambda p, y: (p - y) * p * (1 - p))


@misconception(
    "mean-squared-error",
    entry="B08",
    en="Your gradient is that of the mean squared error of the probabilities, with its 2 and its p(1 - p). The "
    "cross-entropy is asked for.",
    zh="你的梯度是概率的均方误差的梯度，带有系数 2 和 p(1 - p)。题目要的是交叉熵。",
)
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps, lambda p, y: 2 * (p - y) * p * (1 - p))


@misconception(
    "factor-two",
    entry="L03",
    en="Your steps are twice too long: the factor 2 belongs to the squared error, the cross-entropy has none.",
    zh="你的每一步都长了一倍：系数 2 属于平方误差，交叉熵没有。",
)
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps, lambda p, y: 2 * (p - y))


@misconception(
    "sum-not-mean",
    entry="B06",
    en="Your steps are n times too long: the gradient is that of the summed cross-entropy, not of its mean.",
    zh="你的每一步都长了 n 倍：这是交叉熵之和的梯度，不是平均的梯度。",
)
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps, count=lambda x: 1)


@misconception(
    "mean-over-inputs-too",
    entry="L02",
    en="Your steps are d times too short: you divided by the number of entries of x, not by the number of samples.",
    zh="你的每一步都短了 d 倍：你除以的是 x 的元素个数，而不是样本数。",
)
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps, count=np.size)


@misconception(
    "uphill",
    entry="B04",
    en="Your steps go uphill: either p - y is the wrong way round or the minus of the cross-entropy was lost.",
    zh="你在往上坡走：要么 p - y 写反了，要么漏了交叉熵前面的负号。",
)
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps, lambda p, y: y - p)


@misconception(
    "zeros-do-not-count",
    entry="B05",
    en="Only the samples of class 1 move your parameters: the part (1 - y) ln(1 - p) of the loss is missing.",
    zh="只有第 1 类的样本在推动你的参数：漏了损失中 (1 - y) ln(1 - p) 这一项。",
)
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps, lambda p, y: y * (p - 1))


@misconception(
    "classes-plus-minus-one",
    entry="",
    en="Your gradient takes the classes as -1 and 1. They are 0 and 1, as the probabilities are.",
    zh="你把类别当成了 -1 和 1。这里的类别是 0 和 1，与概率的取值范围一致。",
)
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps, lambda p, y: p - (2 * y - 1))


@misconception(
    "linear-prediction",
    entry="B07",
    en="Your gradient uses the logits in place of the probabilities: without the sigmoid, this is linear regression.",
    zh="你的梯度里用的是 logit，而不是概率：少了 sigmoid，这就成了线性回归。",
)
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps, p_of=lambda z: z)


@misconception(
    "hard-decisions",
    entry="B10",
    en="Your gradient compares classes, not probabilities: p was rounded to 0 or 1 first. That is the perceptron.",
    zh="你的梯度比较的是类别而不是概率：p 先被四舍五入成了 0 或 1。那是感知机。",
)
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps, lambda p, y: (p >= 0.5).astype(p.dtype) - y)


@misconception(
    "one-after-the-other",
    entry="G06",
    en="Your b is moved by probabilities computed with the new w. Both gradients belong to the old parameters.",
    zh="你更新 b 用的概率是拿新的 w 算的。两个梯度都要用更新前的参数来算。",
)
def fit_logistic(x, y, lr, steps):
    x = as_float(x)
    y = y.astype(x.dtype)
    w, b = np.zeros_like(x[0]), 0.0
    for _ in range(steps):
        w = w - lr * x.T @ (right(x @ w + b) - y) / len(y)
        b = b - lr * np.mean(right(x @ w + b) - y)
    return w, b


@misconception(
    "sample-by-sample",
    entry="G05",
    en="You step after each sample. A step here is taken once for all samples, by the mean of their gradients.",
    zh="你每看一个样本就更新一次。这里是看完全体样本才走一步，用的是它们梯度的平均。",
)
def fit_logistic(x, y, lr, steps):
    x = as_float(x)
    y = y.astype(x.dtype)
    w, b = np.zeros_like(x[0]), 0.0
    for _ in range(steps):
        for i in range(len(y)):
            e = right(x[i] @ w + b) - y[i]
            w, b = w - lr * e * x[i], b - lr * e
    return w, b


@misconception(
    "no-bias",
    entry="N01",
    en="Your bias stays 0: only the weights are trained.",
    zh="你的偏置一直是 0：只训练了权重。",
)
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps, bias=lambda e: 0.0)


@misconception(
    "bias-averaged-twice",
    entry="N04",
    en="Your bias moves n times too slowly: its gradient was divided by n twice.",
    zh="你的偏置移动得慢了 n 倍：它的梯度除了两次 n。",
)
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps, bias=lambda e: e.mean())


@misconception(
    "starts-at-one",
    entry="",
    en="Your parameters start at 1. They have to start at 0, which shows when no step is taken.",
    zh="你的参数从 1 开始，而题目要求从 0 开始。一步都不走时就看得出来。",
)
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps, start=1.0)


@misconception(
    "one-step-too-many",
    entry="",
    en="You take one step more than asked for.",
    zh="你多走了一步。",
)
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps + 1)


@misconception(
    "targets-as-a-column",
    entry="X01",
    en="Your errors are a matrix (n, n): probabilities (n,) minus classes (n, 1) was broadcast, and each was "
    "compared with all.",
    zh="你的误差成了 (n, n) 的矩阵：(n,) 的概率减 (n, 1) 的类别触发了广播，每个概率和每个类别都比了一遍。",
)
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps, lambda p, y: np.mean(p - y[:, None], axis=0))


@misconception(
    "bias-as-an-array",
    entry="X06",
    en="Your bias is an array of one element. It has to be a number.",
    zh="你的偏置是只含一个元素的数组，而它应当是一个数。",
)
def fit_logistic(x, y, lr, steps):
    w, b = descend(x, y, lr, steps)
    return w, np.array([b])


@misconception(
    "integers-raise",
    entry="X03",
    en="Your weights are an array of integers where x is. `-=` cannot put fractions into it: NumPy raises an error.",
    zh="x 是整数时，你的权重也是整数数组，`-=` 放不进小数，NumPy 会报错。",
)
def fit_logistic(x, y, lr, steps):
    w, b = np.zeros_like(x[0]), 0.0
    for _ in range(steps):
        e = (right(x @ w + b) - y.astype(as_float(x).dtype)) / len(y)
        w -= lr * (x.T @ e)
        b -= lr * e.sum()
    return w, b


@misconception(
    "float64-always",
    entry="X16",
    en="Your weights are float64 for float32 data: `np.zeros(d)` is float64 unless it is told otherwise.",
    zh="数据是 float32，你的权重却是 float64：`np.zeros(d)` 不指定 dtype 时就是 float64。",
)
def fit_logistic(x, y, lr, steps):
    w, b = descend(x, y, lr, steps)
    return w.astype(np.float64), b


@misconception(
    "sigmoid-overflows",
    entry="A01",
    en="Your exponential overflows for large negative logits. Write the sigmoid so that the exponent is never large "
    "and positive.",
    zh="logit 是很大的负数时，你的指数溢出了。换一种写法，让指数永远不会是很大的正数。",
)
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


@misconception(
    "sigmoid-overflows-upwards",
    entry="A01",
    en="Your exponential overflows for large positive logits, and inf / inf is NaN. The form e^z / (1 + e^z) is good "
    "for negative logits only.",
    zh="logit 是很大的正数时，你的指数溢出了，inf / inf 得到 NaN。e^z / (1 + e^z) 这种写法只适用于负的 logit。",
)
def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))


@misconception(
    "predicts-logits",
    entry="B07",
    en="predict_proba returns the logits x @ w + b: the sigmoid is missing.",
    zh="predict_proba 返回的是 logit，即 x @ w + b：漏了 sigmoid。",
)
def predict_proba(x, w, b):
    return as_float(x) @ as_float(w) + b


@misconception("predicts-logits")
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps)


@misconception(
    "predicts-classes",
    entry="B10",
    en="predict_proba returns classes, 0 and 1. Probabilities are asked for: nothing is rounded.",
    zh="predict_proba 返回的是类别 0 和 1。题目要的是概率，不要取整。",
)
def predict_proba(x, w, b):
    p = right(as_float(x) @ as_float(w) + b)
    return (p >= 0.5).astype(p.dtype)


@misconception("predicts-classes")
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps)


@misconception(
    "predicts-without-bias",
    entry="N01",
    en="predict_proba ignores b: its result is the sigmoid of x @ w.",
    zh="predict_proba 没有用到 b：结果是 x @ w 的 sigmoid。",
)
def predict_proba(x, w, b):
    return right(as_float(x) @ as_float(w))


@misconception("predicts-without-bias")
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps)


@misconception(
    "probability-of-class-zero",
    entry="",
    en="predict_proba returns the probability of class 0: a sign in the exponent is turned round.",
    zh="predict_proba 返回的是第 0 类的概率：指数里的符号反了。",
)
def predict_proba(x, w, b):
    return right(-(as_float(x) @ as_float(w) + b))


@misconception("probability-of-class-zero")
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps)


@misconception(
    "two-columns",
    entry="",
    en="predict_proba returns a column for each class, as scikit-learn does. Only that of class 1 is asked for.",
    zh="predict_proba 像 scikit-learn 那样为每一类返回一列。题目只要第 1 类的概率。",
)
def predict_proba(x, w, b):
    p = right(as_float(x) @ as_float(w) + b)
    return np.stack([1 - p, p], axis=1)


@misconception("two-columns")
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps)


@misconception(
    "integers-wrap",
    entry="T08",
    en="Your logits of small integers wrap around: x @ w of bytes is computed in bytes. Convert to floats first.",
    zh="小整数相乘溢出回绕了：int8 数组的 x @ w 仍按 int8 计算。先转换成浮点数。",
)
def predict_proba(x, w, b):
    return right(x @ w + b)


@misconception("integers-wrap")
def fit_logistic(x, y, lr, steps):
    return descend(x, y, lr, steps)
