"""Wrong answers to rnn_step and rnn_output that people really give."""

import numpy as np

from grader.checks import misconception


@misconception(
    "state-ignored",
    entry="Y02",
    en="Your new state does not depend on the old one: the term with h_prev is missing, so nothing is remembered.",
    zh="你的新状态与旧状态无关：缺少 h_prev 那一项，网络什么也记不住。",
)
def rnn_step(x_t, h_prev, W, U, b):
    x_t, h_prev, W, U, b = as_float(x_t, h_prev, W, U, b)
    return np.tanh(x_t @ W + b)


@misconception(
    "recurrent-weights-transposed",
    entry="Y01",
    en="Your result is the one for U transposed. With samples in rows the old state is multiplied by U as it is; "
    "U is square, so no error tells you.",
    zh="你的结果对应的是 U 的转置。样本按行排列时，旧状态直接乘 U 即可；U 是方阵，所以不会报错。",
)
def rnn_step(x_t, h_prev, W, U, b):
    x_t, h_prev, W, U, b = as_float(x_t, h_prev, W, U, b)
    return np.tanh(x_t @ W + h_prev @ U.T + b)


@misconception(
    "input-weights-transposed",
    entry="N02",
    en="You took W as (u, d). It is (d, u): with samples in rows no transpose is needed.",
    zh="你把 W 当成了 (u, d)。它是 (d, u)：样本按行排列时不需要转置。",
)
def rnn_step(x_t, h_prev, W, U, b):
    x_t, h_prev, W, U, b = as_float(x_t, h_prev, W, U, b)
    return np.tanh(x_t @ W.T + h_prev @ U + b)


@misconception(
    "columns-as-in-the-source",
    entry="Y01",
    en="You used the source's W x + U h, where a sample is a column. Here samples are rows: W and U stand on the "
    "right, and both of yours act as their transposes.",
    zh="你照搬了原文的 W x + U h，那里一个样本是一列。本题的样本是行，权重应写在右边；你的 W 和 U 都相当于被转置了。",
)
def rnn_step(x_t, h_prev, W, U, b):
    x_t, h_prev, W, U, b = as_float(x_t, h_prev, W, U, b)
    return np.tanh(x_t @ W.T + h_prev @ U.T + b)


@misconception(
    "weights-exchanged",
    entry="",
    en="Your W and U are exchanged: W belongs to the input, U to the hidden state.",
    zh="你把 W 和 U 用反了：W 乘输入，U 乘隐藏状态。",
)
def rnn_step(x_t, h_prev, W, U, b):
    x_t, h_prev, W, U, b = as_float(x_t, h_prev, W, U, b)
    return np.tanh(x_t @ U + h_prev @ W + b)


@misconception(
    "state-before-input",
    entry="Z06",
    en="You joined the inputs as [h, x] and the weights as [W, U], so that x meets rows that belong to h.",
    zh="输入按 [h, x] 拼接，权重却按 [W, U] 拼接，x 乘到了属于 h 的那些行上。",
)
def rnn_step(x_t, h_prev, W, U, b):
    x_t, h_prev, W, U, b = as_float(x_t, h_prev, W, U, b)
    return np.tanh(np.hstack([h_prev, x_t]) @ np.vstack([W, U]) + b)


@misconception(
    "bias-left-out",
    entry="",
    en="Your new state is the one for a bias of zero: b was not added.",
    zh="你的新状态相当于偏置为零：没有加上 b。",
)
def rnn_step(x_t, h_prev, W, U, b):
    x_t, h_prev, W, U, b = as_float(x_t, h_prev, W, U, b)
    return np.tanh(x_t @ W + h_prev @ U)


@misconception(
    "bias-outside",
    entry="",
    en="You added the bias after the tanh, so that your state leaves (-1, 1). It belongs inside.",
    zh="你在 tanh 之后才加偏置，状态于是超出了 (-1, 1)。偏置应当放在 tanh 里面。",
)
def rnn_step(x_t, h_prev, W, U, b):
    x_t, h_prev, W, U, b = as_float(x_t, h_prev, W, U, b)
    return np.tanh(x_t @ W + h_prev @ U) + b


@misconception(
    "state-outside",
    entry="",
    en="Your tanh covers the input and the bias only; the term of the old state was added outside of it.",
    zh="你的 tanh 只作用于输入和偏置，旧状态那一项加在了 tanh 外面。",
)
def rnn_step(x_t, h_prev, W, U, b):
    x_t, h_prev, W, U, b = as_float(x_t, h_prev, W, U, b)
    return np.tanh(x_t @ W + b) + h_prev @ U


@misconception(
    "tanh-missing",
    entry="",
    en="Your new state is the pre-activation: the tanh is missing. Over many steps such a state can grow "
    "without bound.",
    zh="你的新状态就是预激活值，没有取 tanh；步数一多，这样的状态可能会无限增长。",
)
def rnn_step(x_t, h_prev, W, U, b):
    x_t, h_prev, W, U, b = as_float(x_t, h_prev, W, U, b)
    return x_t @ W + h_prev @ U + b


@misconception(
    "sigmoid-for-tanh",
    entry="",
    en="Your state lies between 0 and 1: the sigmoid was used. It is tanh here.",
    zh="你的状态都在 0 和 1 之间：用的是 sigmoid。本题应当用 tanh。",
)
def rnn_step(x_t, h_prev, W, U, b):
    x_t, h_prev, W, U, b = as_float(x_t, h_prev, W, U, b)
    return 0.5 * (1 + np.tanh(0.5 * (x_t @ W + h_prev @ U + b)))


@misconception(
    "state-overwritten",
    entry="X02",
    en="You wrote the new state into h_prev. The caller still needs the old one (the backward pass does, too): "
    "return a new array.",
    zh="你把新状态写进了 h_prev。旧状态调用者还要用（反向传播也要用），请返回一个新数组。",
)
def rnn_step(x_t, h_prev, W, U, b):
    x_t, W, U, b = as_float(x_t, W, U, b)
    h_prev[...] = np.tanh(x_t @ W + h_prev @ U + b)
    return h_prev


@misconception(
    "tanh-overflows",
    entry="A02",
    en="Your tanh is a quotient of exponentials, which becomes inf / inf for large numbers. "
    "The library has a stable tanh.",
    zh="你的 tanh 用指数相除来计算，数值很大时变成 inf / inf。库里有稳定的 tanh。",
)
def rnn_step(x_t, h_prev, W, U, b):
    x_t, h_prev, W, U, b = as_float(x_t, h_prev, W, U, b)
    z = x_t @ W + h_prev @ U + b
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


@misconception(
    "output-squashed",
    entry="",
    en="Your output went through tanh. Only the hidden state does; the output is linear.",
    zh="你对输出也取了 tanh。只有隐藏状态需要，输出是线性的。",
)
def rnn_output(h_t, V, c):
    h_t, V, c = as_float(h_t, V, c)
    return np.tanh(h_t @ V + c)


@misconception(
    "output-softmax",
    entry="",
    en="Your outputs are probabilities: a softmax was applied. The output asked for is linear.",
    zh="你的输出成了概率：多做了一次 softmax。本题的输出是线性的。",
)
def rnn_output(h_t, V, c):
    h_t, V, c = as_float(h_t, V, c)
    z = h_t @ V + c
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@misconception(
    "output-bias-left-out",
    entry="",
    en="Your output is the one for a bias of zero: c was not added.",
    zh="你的输出相当于偏置为零：没有加上 c。",
)
def rnn_output(h_t, V, c):
    h_t, V, c = as_float(h_t, V, c)
    return h_t @ V


@misconception(
    "output-weights-transposed",
    entry="N02",
    en="You took V as (k, u). It is (u, k): with samples in rows no transpose is needed.",
    zh="你把 V 当成了 (k, u)。它是 (u, k)：样本按行排列时不需要转置。",
)
def rnn_output(h_t, V, c):
    h_t, V, c = as_float(h_t, V, c)
    return h_t @ V.T + c


@misconception(
    "integers-stay-integers",
    entry="T08",
    en="You computed integers as integers, and 8-bit ones wrap around in a product. Convert to floating point first.",
    zh="你直接用整数计算，8 位整数相乘会回绕。先转换成浮点数再算。",
)
def as_float(*arrays):
    return arrays


@misconception(
    "always-float64",
    entry="",
    en="Your result is float64 for float32 arguments. Convert integers only; floats keep their precision.",
    zh="参数是 float32 时，你的结果成了 float64。只需转换整数，浮点数应保持原来的精度。",
)
def as_float(*arrays):
    return [np.asarray(a, np.float64) for a in arrays]
