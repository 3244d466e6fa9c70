"""Wrong answers to lstm_cell that people really give."""

import numpy as np

from grader.checks import misconception


def sigmoid(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


def blocks(x_t, h_prev, kernel, recurrent_kernel, bias):
    return np.split(x_t @ kernel + h_prev @ recurrent_kernel + bias, 4, axis=-1)


def finish(i, f, candidate, o, c_prev):
    c_t = sigmoid(f) * c_prev + sigmoid(i) * np.tanh(candidate)
    return sigmoid(o) * np.tanh(c_t), c_t


@misconception(
    "order-ifoc",
    entry="Z01",
    en="Your result is what the gate order i, f, o, c gives (as in CS231n): the last two blocks are exchanged.",
    zh="你的结果对应的门顺序是 i、f、o、c（CS231n 的排法）：最后两段对调了。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    i, f, o, candidate = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    return finish(i, f, candidate, o, c_prev)


@misconception(
    "order-fico",
    entry="Z01",
    en="Your result is what the gate order f, i, c, o gives: input gate and forget gate are exchanged.",
    zh="你的结果对应的门顺序是 f、i、c、o：输入门和遗忘门对调了。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    f, i, candidate, o = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    return finish(i, f, candidate, o, c_prev)


@misconception(
    "order-icfo",
    entry="Z01",
    en="Your result is what the gate order i, c, f, o gives (as in TensorFlow 1): the middle blocks are exchanged.",
    zh="你的结果对应的门顺序是 i、c、f、o（TensorFlow 1 的排法）：中间两段对调了。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    i, candidate, f, o = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    return finish(i, f, candidate, o, c_prev)


@misconception(
    "order-iofc",
    entry="Z01",
    en="Your result is what the gate order i, o, f, c gives (as in ONNX).",
    zh="你的结果对应的门顺序是 i、o、f、c（ONNX 的排法）。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    i, o, f, candidate = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    return finish(i, f, candidate, o, c_prev)


@misconception(
    "gates-interleaved",
    entry="Z01",
    en="You read the four gates of a unit from neighbouring columns. Each gate has a block of u columns of its own.",
    zh="你把同一个单元的四个门当作相邻的四列来读。实际上每个门各占连续的 u 列。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    z = x_t @ kernel + h_prev @ recurrent_kernel + bias
    return finish(z[:, 0::4], z[:, 1::4], z[:, 2::4], z[:, 3::4], c_prev)


@misconception(
    "cell-tanh-missing",
    entry="Z03",
    en="Your h_t is the output gate times c_t itself: the tanh of the cell state is missing.",
    zh="你的 h_t 等于输出门直接乘 c_t，细胞状态没有先取 tanh。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    i, f, candidate, o = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    c_t = sigmoid(f) * c_prev + sigmoid(i) * np.tanh(candidate)
    return sigmoid(o) * c_t, c_t


@misconception(
    "sigmoid-candidate",
    entry="Z02",
    en="Your candidate went through the sigmoid, so that the cell can only be added to. It takes tanh.",
    zh="你对候选值用了 sigmoid，这样细胞状态只增不减。候选值应当用 tanh。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    i, f, candidate, o = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    c_t = sigmoid(f) * c_prev + sigmoid(i) * sigmoid(candidate)
    return sigmoid(o) * np.tanh(c_t), c_t


@misconception(
    "tanh-gates",
    entry="Z02",
    en="Your gates went through tanh and can be negative. The three gates take the sigmoid.",
    zh="你对三个门用了 tanh，于是门会取负值。三个门都应当用 sigmoid。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    i, f, candidate, o = np.tanh(blocks(x_t, h_prev, kernel, recurrent_kernel, bias))
    c_t = f * c_prev + i * candidate
    return o * np.tanh(c_t), c_t


@misconception(
    "forget-bias-twice",
    entry="Z12",
    en="Your forget gate has an extra 1 in its pre-activation. The forget bias is already in `bias`: use it as it is.",
    zh="你的遗忘门在预激活值上多加了 1。遗忘门的偏置已经包含在 `bias` 里，直接使用即可。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    i, f, candidate, o = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    return finish(i, f + 1, candidate, o, c_prev)


@misconception(
    "bias-left-out",
    entry="",
    en="Your result is the one for a bias of zero: `bias` was not added.",
    zh="你的结果相当于偏置为零：没有加上 `bias`。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    return finish(*blocks(x_t, h_prev, kernel, recurrent_kernel, np.zeros_like(bias)), c_prev)


@misconception(
    "hidden-state-first",
    entry="Z06",
    en="You joined the inputs as [h, x] and the kernels as [kernel, recurrent_kernel]: x meets rows that belong to h.",
    zh="输入按 [h, x] 拼接，权重却按 [kernel, recurrent_kernel] 拼接，x 乘到了属于 h 的那些行上。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    z = np.hstack([h_prev, x_t]) @ np.vstack([kernel, recurrent_kernel]) + bias
    return finish(*np.split(z, 4, axis=-1), c_prev)


@misconception(
    "hidden-state-ignored",
    entry="Y02",
    en="Your result does not depend on the hidden state of the step before: its term with recurrent_kernel is missing.",
    zh="你的结果与上一步的隐藏状态无关：缺少它与 recurrent_kernel 相乘的那一项。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    return finish(*blocks(x_t, np.zeros_like(h_prev), kernel, recurrent_kernel, bias), c_prev)


@misconception(
    "cell-state-ignored",
    entry="Z09",
    en="Your result is the one for a cell state of zero before this step: c_prev was not used.",
    zh="你的结果相当于上一步的细胞状态为零：没有用到 c_prev。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    return finish(*blocks(x_t, h_prev, kernel, recurrent_kernel, bias), np.zeros_like(c_prev))


@misconception(
    "coupled-gates",
    entry="",
    en="Your input gate is 1 - f (coupled gates). Here it is a gate of its own, from the first block.",
    zh="你的输入门等于 1 - f（耦合门）。本题的输入门是独立的，由第一段算出。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    _, f, candidate, o = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    return finish(-f, f, candidate, o, c_prev)


@misconception(
    "results-swapped",
    entry="",
    en="You returned (c_t, h_t). The hidden state comes first: (h_t, c_t).",
    zh="你返回的是 (c_t, h_t)。隐藏状态应当在前：(h_t, c_t)。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    return finish(*blocks(x_t, h_prev, kernel, recurrent_kernel, bias), c_prev)[::-1]


@misconception(
    "output-gate-returned",
    entry="Z08",
    en="Your h_t is the output gate alone. It has to be multiplied by tanh(c_t).",
    zh="你的 h_t 只是输出门本身，还要乘上 tanh(c_t)。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    i, f, candidate, o = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    return sigmoid(o), finish(i, f, candidate, o, c_prev)[1]


@misconception(
    "old-cell-shown",
    entry="",
    en="Your h_t comes from the cell state before the step. It is computed from the new one, c_t.",
    zh="你的 h_t 用的是更新前的细胞状态，应当用更新后的 c_t。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    i, f, candidate, o = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    return sigmoid(o) * np.tanh(c_prev), finish(i, f, candidate, o, c_prev)[1]


@misconception(
    "sigmoid-overflows",
    entry="Z10",
    en="Your sigmoid takes exp(-z), which overflows for a large negative z. Only take exp of numbers below 0.",
    zh="你的 sigmoid 直接计算 exp(-z)，z 是很大的负数时会溢出。只对负数取 exp 就没有这个问题。",
)
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


@misconception(
    "tanh-overflows",
    entry="Z10",
    en="Your tanh is a quotient of exponentials, which is inf / inf for large values. The library has a stable tanh.",
    zh="你的 tanh 用指数相除来计算，数值很大时变成 inf / inf。库里有稳定的 tanh。",
)
def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    def tanh(a):
        return (np.exp(a) - np.exp(-a)) / (np.exp(a) + np.exp(-a))

    i, f, candidate, o = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    c_t = sigmoid(f) * c_prev + sigmoid(i) * tanh(candidate)
    return sigmoid(o) * tanh(c_t), c_t
