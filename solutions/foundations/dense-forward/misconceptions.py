"""Wrong answers to dense_forward that people really give."""

import numpy as np

from grader.checks import misconception


def product(x, W):
    """The right product, without bias."""
    return to_float(x) @ to_float(W)


def to_float(array):
    """Integers become float64."""
    return array if array.dtype.kind == "f" else array.astype(float)


@misconception(
    "no-bias",
    entry="N01",
    en="Your result is the product alone: the bias was not added.",
    zh="你的结果只有矩阵乘积，没有加偏置。",
)
def dense_forward(x, W, b):
    return product(x, W)


@misconception(
    "bias-subtracted",
    entry="N01",
    en="You subtracted the bias, as one does with a threshold. Here it is added.",
    zh="你减去了偏置，那是“阈值”的写法。本题的偏置是加上去的。",
)
def dense_forward(x, W, b):
    return product(x, W) - b


@misconception(
    "bias-for-every-input",
    entry="N01",
    en="Your sums hold the bias once for every feature: it was added inside the sum over the features.",
    zh="你的和里偏置出现了 d 次：它被加在了对特征的求和里面。",
)
def dense_forward(x, W, b):
    return product(x, W) + x.shape[1] * to_float(b)


@misconception(
    "bias-before-the-product",
    entry="N01",
    en="You added the bias to the inputs, before the product. It belongs to the neurons, not to the features.",
    zh="你在相乘之前就把偏置加到了输入上。偏置属于神经元，不属于特征。",
)
def dense_forward(x, W, b):
    return product(x + b, W)


@misconception(
    "bias-down-the-batch",
    entry="",
    en="Your bias runs down the rows, so that each sample has its own. Each *column* has one, shared by all samples.",
    zh="你的偏置是沿行方向加的，每个样本用了不同的偏置。应当是每*列*一个，所有样本共用。",
)
def dense_forward(x, W, b):
    return product(x, W) + b[:, np.newaxis]


@misconception(
    "one-bias-for-all",
    entry="",
    en="You added one number to everything, the sum of all biases. Each neuron has a bias of its own.",
    zh="你给所有元素加了同一个数（全部偏置之和）。每个神经元应当用自己的偏置。",
)
def dense_forward(x, W, b):
    return product(x, W) + np.sum(b)


@misconception(
    "weights-transposed",
    entry="N02",
    en="You transposed the weights, as for a layer that stores (neurons, inputs). Here they are (inputs, neurons) "
    "already.",
    zh="你把权重转置了，那适用于按（神经元数，输入数）存放的权重。本题的权重已经是（输入数，神经元数）。",
)
def dense_forward(x, W, b):
    return product(x, W.T) + b


@misconception(
    "weights-from-the-left",
    entry="N02",
    en="You multiplied with the weights on the left, as the source does for a column vector. A batch has its samples "
    "as rows, so the weights come on the right.",
    zh="你把权重放在了左边，那是原文对单个列向量的写法。批次中每个样本占一行，权重应放在右边。",
)
def dense_forward(x, W, b):
    return product(W, x) + b


@misconception(
    "result-transposed",
    entry="N02",
    en="Your result has one row per neuron and one column per sample: it is transposed.",
    zh="你的结果每个神经元一行、每个样本一列：转置了。",
)
def dense_forward(x, W, b):
    return (product(x, W) + b).T


@misconception(
    "elementwise-product",
    entry="X11",
    en="You multiplied elementwise (`*`). Nothing is summed that way; the matrix product is needed.",
    zh="你用的是逐元素相乘（`*`），没有求和。这里需要矩阵乘法。",
)
def dense_forward(x, W, b):
    return to_float(x) * W + b


@misconception(
    "rectified",
    entry="N06",
    en="Your result has no negative numbers: a ReLU was applied. The layer is asked for without activation.",
    zh="你的结果里没有负数：多套了一层 ReLU。本题要的是不含激活函数的结果。",
)
def dense_forward(x, W, b):
    return np.maximum(product(x, W) + b, 0)


@misconception(
    "squashed",
    entry="N06",
    en="Your result lies between 0 and 1: a sigmoid was applied. The layer is asked for without activation.",
    zh="你的结果都在 0 和 1 之间：多套了一层 sigmoid。本题要的是不含激活函数的结果。",
)
def dense_forward(x, W, b):
    return 0.5 * (1 + np.tanh(0.5 * (product(x, W) + b)))


@misconception(
    "averaged-over-features",
    entry="",
    en="Your sums are divided by the number of features. A layer adds up, it does not average.",
    zh="你的加权和被除以了特征个数。全连接层是求和，不是求平均。",
)
def dense_forward(x, W, b):
    return product(x, W) / x.shape[1] + b


@misconception(
    "squeezed",
    entry="X06",
    en="Your result lost an axis of length 1, for a single sample or a single neuron. It always has two axes.",
    zh="只有一个样本或一个神经元时，你的结果少了长度为 1 的轴。结果总是两个轴。",
)
def dense_forward(x, W, b):
    return np.squeeze(product(x, W) + b)


@misconception(
    "integers-stay-integers",
    entry="X03",
    en="Your result holds integers where all arguments do. A layer computes in floating point.",
    zh="参数全是整数时，你的结果也是整数。全连接层应当用浮点数计算。",
)
def dense_forward(x, W, b):
    return x @ W + b


@misconception(
    "bytes-wrap",
    entry="T08",
    en="Your product of 8-bit integers wrapped around: it was converted to floating point afterwards, when it was "
    "too late.",
    zh="8 位整数相乘时回绕了：你是在乘完之后才转换成浮点数的，那时已经晚了。",
)
def dense_forward(x, W, b):
    y = x @ W + b
    return y if y.dtype.kind == "f" else y.astype(float)


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your result has the dtype of x: where x holds integers, the fractions were cut off.",
    zh="你的结果沿用了 x 的 dtype：x 为整数时，小数部分被截掉了。",
)
def dense_forward(x, W, b):
    y = np.zeros((len(x), W.shape[1]), dtype=x.dtype)
    y[...] = product(x, W) + b
    return y


@misconception(
    "float32-lost",
    entry="X16",
    en="Your result is float64 where all arguments are float32: it was collected in an array of the default dtype.",
    zh="参数全是 float32 时，你的结果成了 float64：它被放进了一个默认 dtype 的数组。",
)
def dense_forward(x, W, b):
    y = np.zeros((len(x), W.shape[1]))
    y += product(x, W) + b
    return y


@misconception(
    "bias-written-over",
    entry="X02",
    en="You added the sums into the caller's bias: `+=` changes an array in place.",
    zh="你把加权和累加进了调用者的偏置：`+=` 会原地修改数组。",
)
def dense_forward(x, W, b):
    rows = []
    for sample in to_float(x):
        row = b
        row += sample @ W
        rows.append(row.copy())
    return np.array(rows)
