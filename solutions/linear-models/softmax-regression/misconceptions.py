"""Wrong answers to fit_softmax that people really give."""

import numpy as np

from grader.checks import misconception


def right(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def descend(
    arguments,
    slope=lambda p, y: p - y,
    count=lambda x, p: len(x),
    bias=lambda e: e.sum(axis=0),
    start=0.0,
    probabilities=right,
):
    """The right answer, unless one of its parts is replaced."""
    x, labels, k, lr, steps = arguments
    x = as_float(x)
    y = np.eye(k, dtype=x.dtype)[labels]
    W, b = np.full((x.shape[1], k), start, x.dtype), np.full(k, start, x.dtype)
    for _ in range(steps):
        p = probabilities(x @ W + b)
        e = slope(p, y) / count(x, p)
        W, b = W - lr * (x.T @ e), b - lr * bias(e)
    return W, b


@misconception(
    "sum-not-mean",
    entry="C04",
    en="Your steps are n times too long: the gradient is that of the summed cross-entropy, not of its mean.",
    zh="你的每一步都长了 n 倍：这是交叉熵之和的梯度，不是平均的梯度。",
)
def fit_softmax(*arguments):
    return descend(arguments, count=lambda x, p: 1)


@misconception(
    "mean-over-classes-too",
    entry="L02",
    en="Your steps are k times too short: you divided by n·k. The cross-entropy is a mean over the samples only.",
    zh="你的每一步都短了 k 倍：你除以了 n·k，而交叉熵只对样本取平均。",
)
def fit_softmax(*arguments):
    return descend(arguments, count=lambda x, p: p.size)


@misconception(
    "uphill",
    entry="G04",
    en="Your steps go uphill: either P - Y is the wrong way round or the step was added.",
    zh="你在往上坡走：要么 P - Y 写反了，要么把步长加了上去。",
)
def fit_softmax(*arguments):
    return descend(arguments, lambda p, y: y - p)


@misconception(
    "factor-two",
    entry="L03",
    en="Your steps are twice too long: the factor 2 belongs to the squared error, the cross-entropy has none.",
    zh="你的每一步都长了一倍：系数 2 属于平方误差，交叉熵没有。",
)
def fit_softmax(*arguments):
    return descend(arguments, lambda p, y: 2 * (p - y))


@misconception(
    "diagonal-of-jacobian",
    entry="C08",
    en="Your gradient contains p(1 - p), the diagonal of softmax's derivative. With cross-entropy, P - Y is all.",
    zh="你的梯度里带有 p(1 - p)，即 softmax 导数的对角线。与交叉熵合在一起时，P - Y 就是全部。",
)
def fit_softmax(*arguments):
    return descend(arguments, lambda p, y: (p - y) * p * (1 - p))


@misconception(
    "true-class-only",
    entry="C17",
    en="Only the column of the true class moves. The others are moved too, each by its own probability.",
    zh="只有真实类别的那一列在动。其他各列也要动，幅度是各自的概率。",
)
def fit_softmax(*arguments):
    return descend(arguments, lambda p, y: (p - y) * y)


@misconception(
    "nothing-subtracted",
    entry="C17",
    en="Your gradient is P alone: the 1 of the true class was not subtracted.",
    zh="你的梯度只有 P：真实类别上的 1 没有减去。",
)
def fit_softmax(*arguments):
    return descend(arguments, lambda p, y: p)


@misconception(
    "hard-decisions",
    entry="C09",
    en="Your gradient compares classes, not probabilities: the largest probability was replaced by 1, the others by 0.",
    zh="你的梯度比较的是类别而不是概率：最大的概率换成了 1，其余换成了 0。",
)
def fit_softmax(*arguments):
    return descend(arguments, lambda p, y: np.eye(p.shape[1], dtype=p.dtype)[p.argmax(axis=1)] - y)


@misconception(
    "one-sigmoid-a-class",
    entry="",
    en="Your probabilities are a sigmoid for each class, and do not add up to 1. Softmax makes the classes compete.",
    zh="你对每个类别各用了一个 sigmoid，概率之和不为 1。softmax 让各类别相互竞争。",
)
def fit_softmax(*arguments):
    return descend(arguments, probabilities=lambda z: 0.5 * (1 + np.tanh(0.5 * z)))


@misconception(
    "softmax-over-samples",
    entry="C05",
    en="Your probabilities add up to 1 over the samples of each class. They have to over the classes of each sample.",
    zh="你的概率是在每个类别的各样本之间归一的，应当在每个样本的各类别之间归一。",
)
def fit_softmax(*arguments):
    return descend(arguments, probabilities=lambda z: right(z.T).T)


@misconception(
    "softmax-over-everything",
    entry="C10",
    en="Your probabilities add up to 1 over the whole batch: the sum in the denominator has no axis.",
    zh="你的概率是在整个批次上归一的：分母的求和没有指定轴。",
)
def fit_softmax(*arguments):
    def everything(z):
        powers = np.exp(z - z.max())
        return powers / powers.sum()

    return descend(arguments, probabilities=everything)


@misconception(
    "divided-by-length",
    entry="C18",
    en="Your exponentials are divided by their Euclidean length, not by their sum: the rows do not add up to 1.",
    zh="你用指数除以了它们的 L2 范数，而不是它们的和：每行之和不为 1。",
)
def fit_softmax(*arguments):
    def lengths(z):
        powers = np.exp(z - z.max(axis=1, keepdims=True))
        return powers / np.linalg.norm(powers, axis=1, keepdims=True)

    return descend(arguments, probabilities=lengths)


@misconception(
    "softmax-overflows",
    entry="C01",
    en="Your exponentials overflow for large logits. Subtract the largest logit of a row from all of that row first.",
    zh="logit 很大时，你的指数溢出了。应先让每一行都减去该行的最大值。",
)
def softmax(z):
    powers = np.exp(z)
    return powers / powers.sum(axis=1, keepdims=True)


@misconception(
    "maximum-of-the-batch",
    entry="X05",
    en="You subtracted the largest logit of the whole batch. In rows far below it every exponential is 0, and 0/0 "
    "is NaN: each row has its own largest.",
    zh="你减去的是整个批次的最大值。远低于它的那些行，指数全为 0，0/0 得到 NaN。每一行应减去自己的最大值。",
)
def softmax(z):
    powers = np.exp(z - z.max())
    return powers / powers.sum(axis=1, keepdims=True)


@misconception(
    "width-from-labels",
    entry="T05",
    en="Your number of columns comes from the largest label. The number of classes is given: the last may not occur.",
    zh="你的列数取自出现过的最大标签。类别数是给定的，最后几类可能没有出现。",
)
def fit_softmax(x, labels, n_classes, lr, steps):
    return descend((x, labels, int(labels.max()) + 1, lr, steps))


@misconception(
    "columns-by-appearance",
    entry="T06",
    en="Your columns are those of the labels that occur, numbered anew. Column c is class c, with or without samples.",
    zh="你的各列对应出现过的标签，并重新编了号。第 c 列应当对应第 c 类，不管它有没有样本。",
)
def fit_softmax(x, labels, n_classes, lr, steps):
    return descend((x, np.unique(labels, return_inverse=True)[1].reshape(-1), n_classes, lr, steps))


@misconception(
    "one-after-the-other",
    entry="G06",
    en="Your b is moved by probabilities computed with the new W. Both gradients belong to the old parameters.",
    zh="你更新 b 用的概率是拿新的 W 算的。两个梯度都要用更新前的参数来算。",
)
def fit_softmax(x, labels, n_classes, lr, steps):
    x = as_float(x)
    y = np.eye(n_classes, dtype=x.dtype)[labels]
    W, b = np.zeros((x.shape[1], n_classes), x.dtype), np.zeros(n_classes, x.dtype)
    for _ in range(steps):
        W = W - lr * x.T @ (right(x @ W + b) - y) / len(x)
        b = b - lr * np.mean(right(x @ W + b) - y, axis=0)
    return W, b


@misconception(
    "sample-by-sample",
    entry="G05",
    en="You step after each sample. A step here is taken once for all samples, by the mean of their gradients.",
    zh="你每看一个样本就更新一次。这里是看完全体样本才走一步，用的是它们梯度的平均。",
)
def fit_softmax(x, labels, n_classes, lr, steps):
    x = as_float(x)
    y = np.eye(n_classes, dtype=x.dtype)[labels]
    W, b = np.zeros((x.shape[1], n_classes), x.dtype), np.zeros(n_classes, x.dtype)
    for _ in range(steps):
        for i in range(len(x)):
            e = right(x[i : i + 1] @ W + b) - y[i]
            W, b = W - lr * (x[i : i + 1].T @ e), b - lr * e[0]
    return W, b


@misconception(
    "no-bias",
    entry="N01",
    en="Your biases stay 0: only the weights are trained.",
    zh="你的偏置一直是 0：只训练了权重。",
)
def fit_softmax(*arguments):
    return descend(arguments, bias=lambda e: 0 * e[0])


@misconception(
    "bias-averaged-twice",
    entry="N04",
    en="Your biases move n times too slowly: their gradient was divided by n twice.",
    zh="你的偏置移动得慢了 n 倍：它们的梯度除了两次 n。",
)
def fit_softmax(*arguments):
    return descend(arguments, bias=lambda e: e.mean(axis=0))


@misconception(
    "bias-one-number",
    entry="X05",
    en="Your bias gradient is added up over the classes too, which always gives 0. Each class has a bias of its own.",
    zh="你把偏置的梯度对各类别也求了和，结果总是 0。每个类别有自己的偏置。",
)
def fit_softmax(*arguments):
    W, b = descend(arguments, bias=lambda e: 0 * e[0])
    return W, b.sum()


@misconception(
    "bias-keeps-axis",
    entry="X06",
    en="Your biases have the shape (1, k). A vector (k,) is asked for.",
    zh="你的偏置形状是 (1, k)，题目要求的是向量 (k,)。",
)
def fit_softmax(*arguments):
    W, b = descend(arguments)
    return W, b[None, :]


@misconception(
    "weights-transposed",
    entry="N02",
    en="Your weights are transposed, (k, d). The layout is (in, out): a row for each input, a column for each class.",
    zh="你的权重转置了，是 (k, d)。应为（输入，输出）：每个输入一行，每个类别一列。",
)
def fit_softmax(*arguments):
    W, b = descend(arguments)
    return W.T, b


@misconception(
    "starts-at-one",
    entry="",
    en="Your parameters start at 1. They have to start at 0, which shows when no step is taken.",
    zh="你的参数从 1 开始，而题目要求从 0 开始。一步都不走时就看得出来。",
)
def fit_softmax(*arguments):
    return descend(arguments, start=1.0)


@misconception(
    "one-step-too-many",
    entry="",
    en="You take one step more than asked for.",
    zh="你多走了一步。",
)
def fit_softmax(x, labels, n_classes, lr, steps):
    return descend((x, labels, n_classes, lr, steps + 1))


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your weights are whole numbers where x is an array of integers: an integer array cuts off fractions.",
    zh="x 是整数时，你的权重也成了整数：放进整数数组时，小数部分被截掉了。",
)
def fit_softmax(*arguments):
    W, b = descend(arguments)
    return W.astype(arguments[0].dtype), b


@misconception(
    "float64-always",
    entry="X16",
    en="Your results are float64 for float32 data: `np.zeros` and `np.eye` are float64 unless they are told otherwise.",
    zh="数据是 float32，你的结果却是 float64：`np.zeros` 和 `np.eye` 不指定 dtype 时就是 float64。",
)
def fit_softmax(*arguments):
    W, b = descend(arguments)
    return W.astype(np.float64), b.astype(np.float64)
