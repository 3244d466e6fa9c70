"""Wrong answers to mlp_forward that people really give."""

import numpy as np

from grader.checks import misconception


def forward(x, weights, biases, hidden=relu, output=softmax, affine=lambda h, W, b: h @ W + b):
    """The right answer, unless one of its parts is replaced."""
    dtype = np.result_type(x, *weights, *biases)
    h = x.astype(dtype if dtype.kind == "f" else np.float64)
    for W, b in zip(weights[:-1], biases[:-1]):
        h = hidden(affine(h, W, b))
    return output(affine(h, weights[-1], biases[-1]))


def logistic(z):
    """The sigmoid, elementwise and without overflow."""
    return 0.5 * (1 + np.tanh(0.5 * z))


@misconception(
    "no-hidden-activation",
    entry="",
    en="Your hidden layers have no activation: the network is one single linear layer, however many there are.",
    zh="你的隐藏层没有激活函数：不管有多少层，整个网络都只相当于一个线性层。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, biases, hidden=lambda z: z)


@misconception(
    "sigmoid-hidden",
    entry="",
    en="Your hidden layers use the sigmoid. A ReLU is asked for.",
    zh="你的隐藏层用的是 sigmoid，本题要求 ReLU。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, biases, hidden=logistic)


@misconception(
    "tanh-hidden",
    entry="",
    en="Your hidden layers use tanh. A ReLU is asked for.",
    zh="你的隐藏层用的是 tanh，本题要求 ReLU。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, biases, hidden=np.tanh)


@misconception(
    "leaky-hidden",
    entry="",
    en="Your hidden layers let a part of negative sums through (leaky ReLU, slope 0.2). The plain ReLU gives 0 there.",
    zh="你的隐藏层让负值漏过了一部分（斜率 0.2 的 Leaky ReLU）。普通的 ReLU 在负半轴为 0。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, biases, hidden=lambda z: np.where(z > 0, z, 0.2 * z))


@misconception(
    "softmax-hidden",
    entry="N06",
    en="You applied softmax after every layer. It belongs to the last one; hidden layers have a ReLU.",
    zh="你在每一层之后都用了 softmax。它只属于最后一层，隐藏层用的是 ReLU。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, biases, hidden=softmax)


@misconception(
    "relu-on-the-output",
    entry="N06",
    en="Your scores went through a ReLU before the softmax: all classes with a negative score become equally likely.",
    zh="你在 softmax 之前对分数又用了一次 ReLU：分数为负的类别全都变得一样可能。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, biases, output=lambda z: softmax(relu(z)))


@misconception(
    "last-hidden-layer-linear",
    entry="",
    en="Your last hidden layer has no ReLU: the loop that applies it ends one layer early.",
    zh="你的最后一个隐藏层没有 ReLU：使用激活函数的循环早结束了一层。",
)
def mlp_forward(x, weights, biases):
    h = forward(x, weights[:-2], biases[:-2], output=relu) if len(weights) > 2 else x
    if len(weights) > 1:
        h = h @ weights[-2] + biases[-2]
    return forward(h, weights[-1:], biases[-1:])


@misconception(
    "relu-after-the-first-layer-only",
    entry="X04",
    en="Only your first hidden layer has a ReLU. Every hidden layer has one.",
    zh="只有你的第一个隐藏层用了 ReLU。每个隐藏层都要用。",
)
def mlp_forward(x, weights, biases):
    if len(weights) == 1:
        return forward(x, weights, biases)
    h = forward(x, weights[:1], biases[:1], output=relu)
    return forward(h, weights[1:], biases[1:], hidden=lambda z: z)


@misconception(
    "inputs-rectified",
    entry="",
    en="Your ReLU is applied to what goes into a layer, so that negative inputs of the network are cut off too.",
    zh="你把 ReLU 用在了每一层的输入上，于是网络输入中的负数也被截成了零。",
)
def mlp_forward(x, weights, biases):
    return forward(relu(x), weights, biases)


@misconception(
    "two-layers-only",
    entry="X04",
    en="Your network has exactly two layers, the first and the second of the lists. There may be one, or more.",
    zh="你的网络固定为两层，只用了列表中的前两项。层数可以是一层，也可以更多。",
)
def mlp_forward(x, weights, biases):
    return forward(x, [weights[0], weights[1]], [biases[0], biases[1]])


@misconception(
    "layers-backwards",
    entry="",
    en="You took the layers from last to first. The first arrays of the lists belong to the layer at the inputs.",
    zh="你从最后一层往前算了。列表的第一项属于紧接输入的那一层。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights[::-1], biases[::-1])


@misconception(
    "no-softmax",
    entry="",
    en="Your result is the scores: softmax was not applied to them.",
    zh="你返回的是分数，没有经过 softmax。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, biases, output=lambda z: z)


@misconception(
    "sigmoid-output",
    entry="",
    en="Your output is the sigmoid of each score, and the rows do not sum to 1. Softmax makes the classes compete.",
    zh="你的输出是每个分数各自的 sigmoid，每行之和不为 1。softmax 才会让各个类别相互竞争。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, biases, output=logistic)


@misconception(
    "softmax-twice",
    entry="B07",
    en="Your probabilities went through softmax a second time, which draws them together.",
    zh="你对概率又做了一次 softmax，概率之间的差距因此缩小了。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, biases, output=lambda z: softmax(softmax(z)))


@misconception(
    "softmax-over-the-batch",
    entry="C05",
    en="Your columns sum to 1, not your rows: softmax ran over the batch. It belongs to the classes of one sample.",
    zh="你的每一列之和为 1，而不是每一行：softmax 沿批次做了。它应当在一个样本的各类别之间进行。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, biases, output=lambda z: softmax(z.T).T)


@misconception(
    "softmax-over-everything",
    entry="C10",
    en="All your probabilities together sum to 1: the denominator has to be summed for each row by itself.",
    zh="你的所有概率加起来才等于 1：分母应当对每一行分别求和。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, biases, output=lambda z: softmax(z.reshape(1, -1)).reshape(z.shape))


@misconception(
    "largest-score-of-the-batch",
    entry="X05",
    en="You subtracted the largest score of the whole batch. Rows that lie far below it underflow to 0/0: each row "
    "needs its own largest score.",
    zh="你减去的是整个批次的最大分数，远低于它的那些行会下溢成 0/0。每一行要减自己的最大值。",
)
def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum(axis=1, keepdims=True)


@misconception(
    "softmax-overflows",
    entry="C01",
    en="Your softmax overflows for large scores: subtract the largest score of each row first.",
    zh="分数很大时，你的 softmax 溢出了。先减去每一行的最大分数。",
)
def softmax(z):
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


@misconception(
    "predicted-classes",
    entry="",
    en="Your result is the number of the likeliest class. The probabilities of all classes are asked for.",
    zh="你返回的是最可能的类别编号。本题要的是所有类别的概率。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, biases).argmax(axis=1)


@misconception(
    "no-biases",
    entry="N01",
    en="Your layers have no biases: they were not added anywhere.",
    zh="你的各层都没有加偏置。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, biases, affine=lambda h, W, b: h @ W)


@misconception(
    "no-output-bias",
    entry="N01",
    en="The bias of your last layer is missing.",
    zh="你的最后一层漏了偏置。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, [*biases[:-1], 0 * biases[-1]])


@misconception(
    "bias-after-the-relu",
    entry="N01",
    en="You added the hidden biases after the ReLU. They belong to its argument: they shift where a unit switches on.",
    zh="你在 ReLU 之后才加隐藏层的偏置。偏置应加在 ReLU 里面，它决定单元从哪里开始激活。",
)
def mlp_forward(x, weights, biases):
    h = x
    for W, b in zip(weights[:-1], biases[:-1]):
        h = relu(h @ W) + b
    return forward(h, weights[-1:], biases[-1:])


@misconception(
    "weights-transposed",
    entry="N02",
    en="You transposed the weights. They are stored as (inputs, units) here, so that x W fits as it is.",
    zh="你把权重转置了。本题的权重按（输入数，单元数）存放，x W 直接就能相乘。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, biases, affine=lambda h, W, b: h @ W.T + b)


@misconception(
    "squeezed",
    entry="X06",
    en="Your result lost an axis of length 1, for a single sample or a single class. It always has two axes.",
    zh="只有一个样本或一个类别时，你的结果少了长度为 1 的轴。结果总是两个轴。",
)
def mlp_forward(x, weights, biases):
    return np.squeeze(forward(x, weights, biases))


@misconception(
    "lists-emptied",
    entry="X02",
    en="You took the last layer out of the caller's lists: `pop` changes a list in place.",
    zh="你从调用者的列表里取走了最后一层：`pop` 会原地修改列表。",
)
def mlp_forward(x, weights, biases):
    W, b = weights.pop(), biases.pop()
    return forward(x, [*weights, W], [*biases, b])


@misconception(
    "float64-lost",
    entry="X16",
    en="Your result is always float32: something was converted on the way. It keeps the dtype of the arguments.",
    zh="你的结果总是 float32：途中做了类型转换。结果应保持参数的 dtype。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, biases).astype(np.float32)


@misconception(
    "float32-lost",
    entry="X16",
    en="Your result is float64 where all arguments are float32: something was collected in an array of the default "
    "dtype.",
    zh="参数全是 float32 时，你的结果成了 float64：途中有数据被放进了默认 dtype 的数组。",
)
def mlp_forward(x, weights, biases):
    return forward(x.astype(float), weights, biases)


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your probabilities were put into an array with the dtype of x: where x holds integers, they were cut off.",
    zh="你把概率放进了与 x 同 dtype 的数组：x 为整数时，概率的小数部分被截掉了。",
)
def mlp_forward(x, weights, biases):
    return forward(x, weights, biases).astype(x.dtype)
