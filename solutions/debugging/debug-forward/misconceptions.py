"""The printed line of S0 4.1, its quick repairs, and what goes wrong with the others."""

import numpy as np

from grader.checks import misconception


def floating(array):
    """Integers become float64."""
    return array if array.dtype.kind == "f" else array.astype(float)


@misconception(
    "as-printed",
    entry="N02",
    en="This is still the printed product: W on the left, x on the right. It fits only when there are as many samples "
    "as neurons, and sums over the samples then.",
    zh="这还是原文的乘法：W 在左，x 在右。只有样本数恰好等于神经元数时形状才对得上，而且那时是在对样本求和。",
)
def forward(x, W, b):
    return np.dot(W, floating(x)) + b


@misconception(
    "input-transposed-only",
    entry="N02",
    en="You transposed x and left the rest as printed: the result has its samples in columns, and the bias goes to the "
    "samples.",
    zh="你只把 x 转置了，其余照旧：结果的样本成了列，偏置也加到了样本上。",
)
def forward(x, W, b):
    return np.dot(W, floating(x).T) + b


@misconception(
    "weights-of-the-formula",
    entry="N02",
    en="Your weights are read as in y = Wx + b, one row for each neuron. Here column j belongs to neuron j.",
    zh="你按 y = Wx + b 的写法理解权重，每行一个神经元。本题中第 j 列才是神经元 j 的权重。",
)
def forward(x, W, b):
    return np.dot(W, floating(x).T).T + b


@misconception(
    "result-in-columns",
    entry="N02",
    en="Your numbers are right, but each sample is a column: the result is still transposed.",
    zh="数值是对的，但每个样本成了一列：结果还差一次转置。",
)
def forward(x, W, b):
    return np.dot(W.T, floating(x).T) + floating(b)[:, np.newaxis]


@misconception(
    "bias-before-turning-back",
    entry="N01",
    en="You added the bias while the samples were columns: (m, n) plus (m,) gives it to the samples, or does not fit.",
    zh="你在样本还是列的时候就加了偏置：(m, n) 加 (m,) 会把偏置加到样本上，或者形状对不上。",
)
def forward(x, W, b):
    return (np.dot(W.T, floating(x).T) + b).T


@misconception(
    "reshaped-not-transposed",
    entry="X11",
    en="You reshaped x to (d, n). That keeps the numbers in their order and mixes samples; a transposition was meant.",
    zh="你用 reshape 把 x 变成了 (d, n)。reshape 不改变数的先后顺序，结果把不同样本混在一起；这里要的是转置。",
)
def forward(x, W, b):
    return np.dot(W.T, floating(x).reshape(W.shape[0], -1)).T + b


@misconception(
    "first-sample-only",
    entry="X04",
    en="Your result is that of the first sample alone.",
    zh="你的结果只有第一个样本。",
)
def forward(x, W, b):
    return np.dot(floating(x)[0], W) + b


@misconception(
    "first-sample-for-all",
    entry="X04",
    en="Every row of your result belongs to the first sample.",
    zh="你的结果每一行都是第一个样本的。",
)
def forward(x, W, b):
    x = floating(x)
    return np.repeat(np.dot(x[:1], W) + b, len(x), axis=0)


@misconception(
    "single-sample-squeezed",
    entry="X06",
    en="Your result loses an axis of length 1. It is (n, m), also for one sample or one neuron.",
    zh="你的结果丢了长度为 1 的轴。即使只有一个样本或一个神经元，形状也应是 (n, m)。",
)
def forward(x, W, b):
    return np.squeeze(floating(x) @ W + b)


@misconception(
    "elementwise",
    entry="X11",
    en="You multiplied elementwise (`*`). Nothing is summed over the features that way.",
    zh="你用了逐元素相乘（`*`），没有对特征求和。",
)
def forward(x, W, b):
    return floating(x) * W + b


@misconception(
    "no-bias",
    entry="N01",
    en="The bias was lost in the repair.",
    zh="修改时把偏置弄丢了。",
)
def forward(x, W, b):
    return floating(x) @ floating(W)


@misconception(
    "sigmoid-added",
    entry="N06",
    en="Your numbers lie between 0 and 1: the activation of the formula in §3.1 was added. It is not asked for.",
    zh="你的结果都在 0 和 1 之间：你补上了 §3.1 公式里的激活函数。本题不要激活函数。",
)
def forward(x, W, b):
    return 0.5 * (1 + np.tanh(0.5 * (floating(x) @ W + b)))


@misconception(
    "relu-added",
    entry="N06",
    en="Your result has no negative numbers: a ReLU was added. No activation is asked for.",
    zh="你的结果里没有负数：多了一个 ReLU。本题不要激活函数。",
)
def forward(x, W, b):
    return np.maximum(floating(x) @ W + b, 0)


@misconception(
    "integers-stay-integers",
    entry="X03",
    en="Your result holds integers where all arguments do, as in the source. A layer computes in floating point.",
    zh="参数全是整数时，你的结果也是整数，和原文一样。全连接层应当用浮点数计算。",
)
def forward(x, W, b):
    return np.dot(x, W) + b


@misconception(
    "converted-too-late",
    entry="T08",
    en="8-bit integers wrapped around in your product: it was converted to floating point only afterwards.",
    zh="8 位整数在相乘时回绕了：你是乘完之后才转换成浮点数的。",
)
def forward(x, W, b):
    return floating(np.dot(x, W) + b)


@misconception(
    "always-float64",
    entry="X16",
    en="Your result is float64 for float32 arguments.",
    zh="参数是 float32 时，你的结果成了 float64。",
)
def forward(x, W, b):
    return x.astype(float) @ W + b
