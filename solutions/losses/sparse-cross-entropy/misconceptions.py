"""Wrong answers to sparse_cross_entropy that people really give."""

import numpy as np

from grader.checks import misconception


def pick(a, labels):
    """One element per row, (n,)."""
    return a[np.arange(len(labels)), labels]


def softmax(z, axis=1):
    e = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)


@misconception(
    "no-maximum-subtracted",
    entry="C01",
    en="Your exponentials overflow for large logits, and for very negative ones they are all 0. Shift each row by its "
    "maximum first.",
    zh="logit 很大时你的指数溢出，很小时又全部变成 0。应先把每一行平移它的最大值。",
)
def log_sum_exp(z):
    return np.log(np.sum(np.exp(z), axis=1))


@misconception(
    "log-of-softmax",
    entry="C02",
    en="You took the softmax first and its logarithm afterwards. A probability that rounds to 0 has no finite "
    "logarithm, although the loss is finite.",
    zh="你先算 softmax 再取对数。概率舍入成 0 之后对数是无穷大，而真正的损失是有限的。",
)
def sparse_cross_entropy(labels, logits):
    return -np.mean(np.log(pick(softmax(logits), labels)))


@misconception(
    "clipped-softmax",
    entry="C03",
    en="Your loss levels off at about 16: the probability was clipped at 1e-7. From the logits it can be computed "
    "without clipping.",
    zh="你的损失到 16 左右就不再增长：概率在 1e-7 处被截断了。直接由 logit 计算就不需要截断。",
)
def sparse_cross_entropy(labels, logits):
    return -np.mean(np.log(np.clip(pick(softmax(logits), labels), 1e-7, 1 - 1e-7)))


@misconception(
    "tiny-number-added",
    entry="C03",
    en="Your loss levels off at about 23: 1e-10 was added to the probability so that its logarithm stays finite.",
    zh="你的损失到 23 左右就不再增长：你给概率加了 1e-10，好让对数有限。",
)
def sparse_cross_entropy(labels, logits):
    return -np.mean(np.log(pick(softmax(logits), labels) + 1e-10))


@misconception(
    "maximum-of-the-whole-batch",
    entry="X05",
    en="You subtracted the maximum of the whole batch. In a row that lies far below it all exponentials are 0: each "
    "row needs its own maximum.",
    zh="你减去的是整个批次的最大值。远低于它的行，指数会全部变成 0。每一行要减去自己的最大值。",
)
def log_sum_exp(z):
    m = np.max(z)
    return m + np.log(np.sum(np.exp(z - m), axis=1))


@misconception(
    "largest-magnitude-subtracted",
    entry="",
    en="You shifted each row by its largest absolute value. For a row of very negative logits that pushes them further "
    "down, until all exponentials are 0.",
    zh="你把每一行平移了绝对值的最大值。如果一行都是很大的负数，就会被推得更低，直到指数全部为 0。",
)
def log_sum_exp(z):
    m = np.max(np.abs(z), axis=1)
    return m + np.log(np.sum(np.exp(z - m[:, None]), axis=1))


@misconception(
    "maximum-not-added-back",
    entry="",
    en="The maximum is subtracted inside your exponentials but not added again outside: your loss is off by the "
    "largest logit of each row.",
    zh="你在指数里减去了最大值，却没有在外面加回来：损失差了每一行最大的 logit。",
)
def log_sum_exp(z):
    return np.log(np.sum(np.exp(z - np.max(z, axis=1, keepdims=True)), axis=1))


@misconception(
    "wrong-axis",
    entry="C05",
    en="Your softmax runs over the samples: its columns sum to 1 and not its rows.",
    zh="你的 softmax 是沿样本方向算的：和为 1 的是各列，而不是各行。",
)
def sparse_cross_entropy(labels, logits):
    m = np.max(logits, axis=0)
    lse = m + np.log(np.sum(np.exp(logits - m), axis=0))
    return np.mean(pick(lse - logits, labels))


@misconception(
    "one-denominator-for-all",
    entry="C10",
    en="Your exponentials are added up over the whole batch. Each sample has a sum of its own.",
    zh="你把整个批次的指数都加在了一起。每个样本应当各有自己的和。",
)
def sparse_cross_entropy(labels, logits):
    m = np.max(logits)
    return np.mean(m + np.log(np.sum(np.exp(logits - m))) - pick(logits, labels))


@misconception(
    "no-logarithm",
    entry="C09",
    en="Your result is minus the mean probability of the true class: the logarithm is missing.",
    zh="你的结果是真实类别概率的平均取负，少了对数。",
)
def sparse_cross_entropy(labels, logits):
    return -np.mean(pick(softmax(logits), labels))


@misconception(
    "every-row-for-every-label",
    entry="C07",
    en="Your index `[:, labels]` picks, in every row, the classes of all samples. Each row needs the class of its own "
    "sample only.",
    zh="你的下标 `[:, labels]` 在每一行都取了所有样本的类别。每一行只应取它自己那个样本的类别。",
)
def sparse_cross_entropy(labels, logits):
    return np.mean(log_sum_exp(logits)[:, None] - logits[:, labels])


@misconception(
    "columns-and-rows-exchanged",
    entry="C07",
    en="Your loss takes the logits of whole samples: the label was used as the index of a row.",
    zh="你取的是整行样本的 logit：把标签当成了行号。",
)
def sparse_cross_entropy(labels, logits):
    return np.mean((log_sum_exp(logits)[:, None] - logits)[labels])


@misconception(
    "sum-not-mean",
    entry="B06",
    en="Your result is the sum over the samples: it was not divided by their number.",
    zh="你的结果是对样本求和，没有除以样本数。",
)
def sparse_cross_entropy(labels, logits):
    return np.sum(log_sum_exp(logits) - pick(logits, labels))


@misconception(
    "mean-over-all-elements",
    entry="L02",
    en="Your result is k times too small: it is divided by n·k. Only one class of each sample counts, so average over "
    "the n samples.",
    zh="你的结果小了 k 倍：你除以了 n·k。每个样本只计一个类别，应当对 n 个样本取平均。",
)
def sparse_cross_entropy(labels, logits):
    return np.sum(log_sum_exp(logits) - pick(logits, labels)) / logits.size


@misconception(
    "one-loss-per-sample",
    entry="",
    en="Your result still has one loss per sample. Average them.",
    zh="你的结果仍是每个样本一个损失，还应对样本取平均。",
)
def sparse_cross_entropy(labels, logits):
    return log_sum_exp(logits) - pick(logits, labels)


@misconception(
    "no-minus",
    entry="B04",
    en="Your loss is negative: it is the mean log-probability, without the minus.",
    zh="你的损失是负数：这是对数概率的平均，少了负号。",
)
def sparse_cross_entropy(labels, logits):
    return np.mean(pick(logits, labels) - log_sum_exp(logits))


@misconception(
    "labels-from-one",
    entry="",
    en="You subtracted 1 from the labels. They start at 0 already, and the index -1 is the last class.",
    zh="你把标签减了 1。标签本来就从 0 开始，而下标 -1 指的是最后一类。",
)
def sparse_cross_entropy(labels, logits):
    return np.mean(log_sum_exp(logits) - pick(logits, np.asarray(labels, dtype=int) - 1))


@misconception(
    "predicted-class",
    entry="",
    en="You took the largest logit of each row, that of the predicted class. The loss looks at the true class.",
    zh="你取了每行最大的 logit，也就是预测类别的 logit。损失看的是真实类别。",
)
def sparse_cross_entropy(labels, logits):
    return np.mean(log_sum_exp(logits) - np.max(logits, axis=1))


@misconception(
    "logits-as-log-probabilities",
    entry="B07",
    en="Your result is minus the mean logit of the true class: the logits were taken for log-probabilities. "
    "Log-sum-exp is missing.",
    zh="你的结果是真实类别 logit 的平均取负：把 logit 当成了对数概率，少了 log-sum-exp。",
)
def sparse_cross_entropy(labels, logits):
    return -np.mean(pick(logits, labels))


@misconception(
    "softmax-twice",
    entry="GA3",
    en="You applied the softmax and then a form that expects logits, which applies it again.",
    zh="你先取了 softmax，又代入以 logit 为输入的公式，等于取了两次 softmax。",
)
def sparse_cross_entropy(labels, logits):
    z = softmax(logits)
    return np.mean(log_sum_exp(z) - pick(z, labels))


@misconception(
    "sigmoid-not-softmax",
    entry="",
    en="You used a sigmoid for each class. Here the classes compete: the softmax divides by the sum over all of them.",
    zh="你对每个类别用了 sigmoid。本题的类别是互相竞争的：softmax 要除以所有类别的和。",
)
def sparse_cross_entropy(labels, logits):
    return np.mean(np.logaddexp(0, -pick(logits, labels)))


@misconception(
    "ten-classes",
    entry="X04",
    en="Your one-hot rows always have ten classes. The number of classes is that of the columns of the logits.",
    zh="你的 one-hot 总是十类。类别数应取自 logit 的列数。",
)
def sparse_cross_entropy(labels, logits):
    return np.mean(log_sum_exp(logits) - np.sum(np.eye(10)[labels] * logits, axis=1))


@misconception(
    "shifts-in-place",
    entry="X02",
    en="You subtracted the maximum from the caller's logits: `-=` changes an array in place.",
    zh="你直接从调用者的 logit 里减去了最大值：`-=` 会原地修改数组。",
)
def sparse_cross_entropy(labels, logits):
    logits -= np.max(logits, axis=1, keepdims=True)
    return np.mean(np.log(np.sum(np.exp(logits), axis=1)) - pick(logits, labels))
