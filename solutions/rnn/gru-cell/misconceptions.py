"""Wrong answers to gru_cell that people really give."""

import numpy as np

from grader.checks import misconception


def sigmoid(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


def blocks(x_t, h_prev, kernel, recurrent_kernel, bias):
    """The three blocks of the input, then the three of the state."""
    parts = x_t @ kernel + bias[0], h_prev @ recurrent_kernel + bias[1]
    return [np.split(part, 3, axis=-1) for part in parts]


def finish(z, r, a_h, s_h, h_prev):
    z = sigmoid(z)
    return z * h_prev + (1 - z) * np.tanh(a_h + sigmoid(r) * s_h)


@misconception(
    "update-gate-exchanged",
    entry="Z11",
    en="z and 1 - z are exchanged: your update gate keeps where it should overwrite. Here z is the weight of h_prev.",
    zh="z 和 1 - z 对调了：该覆盖的地方你保留了。本题中 z 是 h_prev 的权重。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (a_z, a_r, a_h), (s_z, s_r, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    return finish(-a_z - s_z, a_r + s_r, a_h, s_h, h_prev)


@misconception(
    "reset-before-product",
    entry="Z11",
    en="Your reset gate is multiplied onto h_prev before the product with the weights (reset_after=False). "
    "Here it comes after it.",
    zh="你的重置门在乘权重之前就作用到了 h_prev 上（即 reset_after=False）。本题是先乘权重、后重置。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (a_z, a_r, a_h), (s_z, s_r, _) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    z, r = sigmoid(a_z + s_z), sigmoid(a_r + s_r)
    u = h_prev.shape[1]
    s_h = (r * h_prev) @ recurrent_kernel[:, 2 * u :] + bias[1, 2 * u :]
    return z * h_prev + (1 - z) * np.tanh(a_h + s_h)


@misconception(
    "recurrent-bias-not-reset",
    entry="Z11",
    en="The bias of the state's part is added after the reset gate. It belongs inside: the gate takes it too.",
    zh="隐藏状态部分的偏置，你是在重置门之后才加的。它应在括号之内，也要乘上重置门。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (a_z, a_r, a_h), (s_z, s_r, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    b = np.split(bias[1], 3)[2]
    return finish(a_z + s_z, a_r + s_r, a_h + b, s_h - b, h_prev)


@misconception(
    "everything-reset",
    entry="Z11",
    en="Your reset gate takes the sum of both parts. It takes the part of the state only, not that of the input.",
    zh="你把重置门乘到了两部分之和上。它只作用于隐藏状态部分，不作用于输入部分。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (a_z, a_r, a_h), (s_z, s_r, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    return finish(a_z + s_z, a_r + s_r, 0.0, a_h + s_h, h_prev)


@misconception(
    "reset-gate-unused",
    entry="Z11",
    en="Your candidate sees the whole state: the reset gate is not used.",
    zh="你的候选值看到了完整的隐藏状态：没有用到重置门。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (a_z, _, a_h), (s_z, _, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    return finish(a_z + s_z, np.inf, a_h, s_h, h_prev)


@misconception(
    "order-rzh",
    entry="Z01",
    en="Your result is what the order r, z, h gives (as in PyTorch): update gate and reset gate are exchanged.",
    zh="你的结果对应的顺序是 r、z、h（PyTorch 的排法）：更新门和重置门对调了。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (a_r, a_z, a_h), (s_r, s_z, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    return finish(a_z + s_z, a_r + s_r, a_h, s_h, h_prev)


@misconception(
    "order-hzr",
    entry="Z01",
    en="Your result is what the order h, z, r gives: you read the candidate from the first block.",
    zh="你的结果对应的顺序是 h、z、r：你从第一段读取了候选值。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (a_h, a_z, a_r), (s_h, s_z, s_r) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    return finish(a_z + s_z, a_r + s_r, a_h, s_h, h_prev)


@misconception(
    "gates-interleaved",
    entry="Z01",
    en="You read the three numbers of a unit from neighbouring columns. Each block has u columns of its own.",
    zh="你把同一个单元的三个数当作相邻的三列来读。实际上每一段各占连续的 u 列。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    a, s = x_t @ kernel + bias[0], h_prev @ recurrent_kernel + bias[1]
    return finish(a[:, 0::3] + s[:, 0::3], a[:, 1::3] + s[:, 1::3], a[:, 2::3], s[:, 2::3], h_prev)


@misconception(
    "sigmoid-candidate",
    entry="Z02",
    en="Your candidate went through the sigmoid and is never negative. It takes tanh.",
    zh="你对候选值用了 sigmoid，它就不会为负。候选值应当用 tanh。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (a_z, a_r, a_h), (s_z, s_r, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    z, r = sigmoid(a_z + s_z), sigmoid(a_r + s_r)
    return z * h_prev + (1 - z) * sigmoid(a_h + r * s_h)


@misconception(
    "tanh-gates",
    entry="Z02",
    en="Your gates went through tanh and can be negative. Both gates take the sigmoid.",
    zh="你对两个门用了 tanh，于是门会取负值。两个门都应当用 sigmoid。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (a_z, a_r, a_h), (s_z, s_r, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    z, r = np.tanh(a_z + s_z), np.tanh(a_r + s_r)
    return z * h_prev + (1 - z) * np.tanh(a_h + r * s_h)


@misconception(
    "state-weight-one",
    entry="",
    en="Your old state is kept whole and the candidate added on top. The old state has the weight z.",
    zh="你完整保留了旧状态，又加上了候选值。旧状态的权重应是 z。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (a_z, a_r, a_h), (s_z, s_r, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    z, r = sigmoid(a_z + s_z), sigmoid(a_r + s_r)
    return h_prev + (1 - z) * np.tanh(a_h + r * s_h)


@misconception(
    "tanh-of-the-state",
    entry="Z03",
    en="Your new state went through tanh once more. That is the LSTM's last step; a GRU shows its state as it is.",
    zh="你对新状态又取了一次 tanh。那是 LSTM 的最后一步，GRU 的状态直接输出。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (a_z, a_r, a_h), (s_z, s_r, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    return np.tanh(finish(a_z + s_z, a_r + s_r, a_h, s_h, h_prev))


@misconception(
    "candidate-returned",
    entry="Z08",
    en="Your result is the candidate alone. It still has to be mixed with the old state.",
    zh="你返回的只是候选值，还要与旧状态加权平均。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (_, a_r, a_h), (_, s_r, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    return np.tanh(a_h + sigmoid(a_r + s_r) * s_h)


@misconception(
    "recurrent-bias-left-out",
    entry="Z12",
    en="Your result is the one for a second row of `bias` that is zero: the state's part has a bias too.",
    zh="你的结果相当于 `bias` 第二行为零：隐藏状态部分也有偏置。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (a_z, a_r, a_h), (s_z, s_r, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, [bias[0], 0])
    return finish(a_z + s_z, a_r + s_r, a_h, s_h, h_prev)


@misconception(
    "biases-exchanged",
    entry="Z12",
    en="The two rows of `bias` are exchanged: row 0 belongs to the input, row 1 to the hidden state.",
    zh="`bias` 的两行用反了：第 0 行属于输入，第 1 行属于隐藏状态。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (a_z, a_r, a_h), (s_z, s_r, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias[::-1])
    return finish(a_z + s_z, a_r + s_r, a_h, s_h, h_prev)


@misconception(
    "input-bias-left-out",
    entry="Z12",
    en="Your result is the one for a first row of `bias` that is zero: the input's part has a bias too.",
    zh="你的结果相当于 `bias` 第一行为零：输入部分也有偏置。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (a_z, a_r, a_h), (s_z, s_r, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, [0, bias[1]])
    return finish(a_z + s_z, a_r + s_r, a_h, s_h, h_prev)


@misconception(
    "hidden-state-ignored",
    entry="Y02",
    en="Your gates and candidate do not depend on the hidden state of the step before.",
    zh="你的门和候选值与上一步的隐藏状态无关。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    parts = blocks(x_t, np.zeros_like(h_prev), kernel, recurrent_kernel, bias)
    (a_z, a_r, a_h), (s_z, s_r, s_h) = parts
    return finish(a_z + s_z, a_r + s_r, a_h, s_h, h_prev)


@misconception(
    "recurrent-kernel-transposed",
    entry="Y01",
    en="The blocks of recurrent_kernel are transposed. A row of it belongs to a number of h_prev: (in, out).",
    zh="recurrent_kernel 的各段被转置了。它的每一行对应 h_prev 的一个分量，形状是（输入，输出）。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    turned = np.hstack([block.T for block in np.split(recurrent_kernel, 3, axis=1)])
    (a_z, a_r, a_h), (s_z, s_r, s_h) = blocks(x_t, h_prev, kernel, turned, bias)
    return finish(a_z + s_z, a_r + s_r, a_h, s_h, h_prev)


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
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    def tanh(a):
        return (np.exp(a) - np.exp(-a)) / (np.exp(a) + np.exp(-a))

    (a_z, a_r, a_h), (s_z, s_r, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    z, r = sigmoid(a_z + s_z), sigmoid(a_r + s_r)
    return z * h_prev + (1 - z) * tanh(a_h + r * s_h)


@misconception(
    "state-overwritten",
    entry="X02",
    en="You write the new state into the caller's h_prev. The state of the step before must stay as it is.",
    zh="你把新状态写进了调用者的 h_prev。上一步的状态必须保持原样。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (a_z, a_r, a_h), (s_z, s_r, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    h_prev[...] = finish(a_z + s_z, a_r + s_r, a_h, s_h, h_prev)
    return h_prev


@misconception(
    "always-float64",
    entry="",
    en="Your result is float64 where all arguments are float32. It keeps the dtype of the input.",
    zh="参数都是 float32 时，你返回的却是 float64。结果应保持输入的 dtype。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    x_t, h_prev = np.asarray(x_t, dtype=np.float64), np.asarray(h_prev, dtype=np.float64)
    (a_z, a_r, a_h), (s_z, s_r, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    return finish(a_z + s_z, a_r + s_r, a_h, s_h, h_prev)


@misconception(
    "dtype-of-the-state",
    entry="X03",
    en="You write the result into an array of h_prev's dtype. With a whole-number state everything behind the "
    "point is lost.",
    zh="你把结果写进了与 h_prev 的 dtype 相同的数组。状态为整数时，小数部分就全丢了。",
)
def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    (a_z, a_r, a_h), (s_z, s_r, s_h) = blocks(x_t, h_prev, kernel, recurrent_kernel, bias)
    h_t = np.zeros_like(h_prev)
    h_t[:] = finish(a_z + s_z, a_r + s_r, a_h, s_h, h_prev)
    return h_t
