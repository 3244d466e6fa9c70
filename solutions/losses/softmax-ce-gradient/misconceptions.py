"""Wrong answers to softmax_cross_entropy_grad that people really give."""

import numpy as np

from grader.checks import misconception


def onehot(labels, p):
    return np.eye(p.shape[1], dtype=p.dtype)[labels]


@misconception(
    "gradient-of-the-sum",
    entry="C04",
    en="Your result is the gradient of the sum over the samples. The loss is their mean, so its gradient is divided by "
    "their number too.",
    zh="你的结果是对样本求和的损失的梯度。损失是平均值，它的梯度也要除以样本数。",
)
def softmax_cross_entropy_grad(labels, logits):
    p = softmax(logits)
    return p - onehot(labels, p)


@misconception(
    "divided-by-all-elements",
    entry="L02",
    en="Your result is divided by n·k. The loss is the mean over the n samples.",
    zh="你除以了 n·k，而损失是对 n 个样本的平均。",
)
def softmax_cross_entropy_grad(labels, logits):
    p = softmax(logits)
    return (p - onehot(labels, p)) / p.size


@misconception(
    "sign-reversed",
    entry="L04",
    en="Your gradient has the opposite sign: it is predicted minus true, positive for the classes that get too much.",
    zh="你的梯度符号反了：应当是预测减真实，概率给多了的类别梯度为正。",
)
def softmax_cross_entropy_grad(labels, logits):
    p = softmax(logits)
    return (onehot(labels, p) - p) / len(p)


@misconception(
    "labels-not-subtracted",
    entry="",
    en="Your result is the probabilities divided by n: that is the part from log-sum-exp, and the part of the true "
    "class is missing. Each row should sum to 0.",
    zh="你的结果是概率除以 n：这只是 log-sum-exp 那一部分，少了真实类别的一项。每一行的和应为 0。",
)
def softmax_cross_entropy_grad(labels, logits):
    return softmax(logits) / len(logits)


@misconception(
    "divided-before-subtracting",
    entry="",
    en="You divided the probabilities by n and then subtracted a whole 1 at the true class. The division belongs to "
    "both.",
    zh="你先把概率除以 n，再在真实类别处减去整整的 1。两者都应除以 n。",
)
def softmax_cross_entropy_grad(labels, logits):
    p = softmax(logits)
    return p / len(p) - onehot(labels, p)


@misconception(
    "true-class-only",
    entry="C08",
    en="Your gradient is zero except at the true class, as if the softmax's Jacobian had its diagonal p(1 - p) only. "
    "The other logits are in the denominator of the softmax, so the loss depends on them as well.",
    zh="你的梯度只在真实类别处不为零，相当于只取了 softmax 雅可比矩阵的对角线 p(1 - p)。"
    "其他 logit 也在 softmax 的分母里，损失同样取决于它们。",
)
def softmax_cross_entropy_grad(labels, logits):
    p = softmax(logits)
    return (p - 1) * onehot(labels, p) / len(p)


@misconception(
    "subtracted-in-every-row",
    entry="C07",
    en="Your index `[:, labels]` subtracts 1 in every row at the classes of all samples. Each row needs the class of "
    "its own sample only.",
    zh="你的下标 `[:, labels]` 在每一行都对所有样本的类别减了 1。每一行只应处理它自己那个样本的类别。",
)
def softmax_cross_entropy_grad(labels, logits):
    p = softmax(logits)
    p[:, labels] -= 1
    return p / len(p)


@misconception(
    "subtracted-at-predicted-class",
    entry="",
    en="You subtracted 1 at the class with the largest logit. It belongs to the true class, also where the prediction "
    "is wrong.",
    zh="你在 logit 最大的类别处减了 1。应当减在真实类别处，预测错了也一样。",
)
def softmax_cross_entropy_grad(labels, logits):
    p = softmax(logits)
    return (p - onehot(np.argmax(logits, axis=1), p)) / len(p)


@misconception(
    "labels-from-one",
    entry="",
    en="You subtracted 1 from the labels. They start at 0 already, and the index -1 is the last class.",
    zh="你把标签减了 1。标签本来就从 0 开始，而下标 -1 指的是最后一类。",
)
def softmax_cross_entropy_grad(labels, logits):
    p = softmax(logits)
    return (p - onehot(np.asarray(labels, dtype=int) - 1, p)) / len(p)


@misconception(
    "slope-of-softmax-again",
    entry="B08",
    en="You multiplied p - y by p(1 - p) once more. p - y is already the gradient with respect to the logits: the "
    "slope of the softmax is in it.",
    zh="你又乘了一次 p(1 - p)。p - y 已经是对 logit 的梯度，softmax 的斜率包含在内了。",
)
def softmax_cross_entropy_grad(labels, logits):
    p = softmax(logits)
    return (p - onehot(labels, p)) * p * (1 - p) / len(p)


@misconception(
    "with-respect-to-probabilities",
    entry="",
    en="Your result is the derivative with respect to the probabilities, -y/p. The one with respect to the logits is "
    "asked for.",
    zh="你的结果 -y/p 是对概率的导数。题目要的是对 logit 的导数。",
)
def softmax_cross_entropy_grad(labels, logits):
    p = softmax(logits)
    return -onehot(labels, p) / p / len(p)


@misconception(
    "gradient-of-squared-error",
    entry="",
    en="Your result is the gradient of the squared error after a softmax. The loss here is the cross-entropy.",
    zh="你的结果是 softmax 之后接平方误差的梯度。本题的损失是交叉熵。",
)
def softmax_cross_entropy_grad(labels, logits):
    p = softmax(logits)
    upstream = 2 * (p - onehot(labels, p)) / len(p)
    return p * (upstream - np.sum(upstream * p, axis=1, keepdims=True))


@misconception(
    "loss-not-gradient",
    entry="",
    en="Your result is the loss itself, one number. Its derivative with respect to each logit is asked for.",
    zh="你返回的是损失本身，只有一个数。题目要的是它对每个 logit 的导数。",
)
def softmax_cross_entropy_grad(labels, logits):
    p = softmax(logits)
    return -np.mean(np.log(p[np.arange(len(p)), labels]))


@misconception(
    "averaged-away-the-batch",
    entry="",
    en="Your result has lost the batch axis: you averaged over the samples. Each logit has a derivative of its own.",
    zh="你的结果少了批次轴：你对样本求了平均。每个 logit 都有自己的导数。",
)
def softmax_cross_entropy_grad(labels, logits):
    p = softmax(logits)
    return np.mean(p - onehot(labels, p), axis=0)


@misconception(
    "sigmoid-not-softmax",
    entry="",
    en="You used a sigmoid for each class. Here the classes compete: the softmax divides by the sum over all of them.",
    zh="你对每个类别用了 sigmoid。本题的类别是互相竞争的：softmax 要除以所有类别的和。",
)
def softmax(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


@misconception(
    "no-maximum-subtracted",
    entry="C01",
    en="Your exponentials overflow for large logits, and for very negative ones they are all 0. Shift each row by its "
    "maximum first.",
    zh="logit 很大时你的指数溢出，很小时又全部变成 0。应先把每一行平移它的最大值。",
)
def softmax(z):
    return np.exp(z) / np.sum(np.exp(z), axis=1, keepdims=True)


@misconception(
    "maximum-of-the-whole-batch",
    entry="X05",
    en="You subtracted the maximum of the whole batch. In a row that lies far below it all exponentials are 0: each "
    "row needs its own maximum.",
    zh="你减去的是整个批次的最大值。远低于它的行，指数会全部变成 0。每一行要减去自己的最大值。",
)
def softmax(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e, axis=1, keepdims=True)


@misconception(
    "wrong-axis",
    entry="C05",
    en="Your softmax runs over the samples: its columns sum to 1 and not its rows.",
    zh="你的 softmax 是沿样本方向算的：和为 1 的是各列，而不是各行。",
)
def softmax(z):
    e = np.exp(z - np.max(z, axis=0))
    return e / np.sum(e, axis=0)


@misconception(
    "one-denominator-for-all",
    entry="C10",
    en="Your exponentials are divided by their sum over the whole batch. Each sample has a sum of its own.",
    zh="你除以的是整个批次的指数之和。每个样本应当各有自己的和。",
)
def softmax(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)


@misconception(
    "length-not-sum",
    entry="C18",
    en="You divided the exponentials by their length, the root of the sum of squares. Probabilities are divided by the "
    "sum.",
    zh="你把指数除以了它们的长度，即平方和的平方根。概率应当除以总和。",
)
def softmax(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / np.linalg.norm(e, axis=1, keepdims=True)


@misconception(
    "ten-classes",
    entry="X04",
    en="Your one-hot rows always have ten classes. The number of classes is that of the columns of the logits.",
    zh="你的 one-hot 总是十类。类别数应取自 logit 的列数。",
)
def softmax_cross_entropy_grad(labels, logits):
    return (softmax(logits) - np.eye(10)[labels]) / len(labels)


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your result has the integer dtype of the logits, so that its fractions are cut off.",
    zh="你的结果沿用了 logit 的整数 dtype，小数部分被截掉了。",
)
def softmax_cross_entropy_grad(labels, logits):
    p = softmax(logits)
    gradient = np.zeros_like(logits)
    gradient[...] = (p - onehot(labels, p)) / len(p)
    return gradient


@misconception(
    "float32-becomes-float64",
    entry="",
    en="Your result is float64 where the logits are float32: an array of zeros and ones in float64 has widened it.",
    zh="logit 是 float32 时，你的结果却是 float64：用 float64 的 0/1 数组运算，把类型变宽了。",
)
def softmax_cross_entropy_grad(labels, logits):
    return (softmax(logits) - np.eye(logits.shape[1])[labels]) / len(labels)


@misconception(
    "shifts-in-place",
    entry="X02",
    en="You subtracted the maximum from the caller's logits: `-=` changes an array in place.",
    zh="你直接从调用者的 logit 里减去了最大值：`-=` 会原地修改数组。",
)
def softmax_cross_entropy_grad(labels, logits):
    logits -= np.max(logits, axis=1, keepdims=True)
    p = np.exp(logits) / np.sum(np.exp(logits), axis=1, keepdims=True)
    return (p - onehot(labels, p)) / len(p)
