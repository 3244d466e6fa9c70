"""Wrong answers to rnn_forward that people really give."""

import numpy as np

from grader.checks import misconception


def run(x, h0, W, U, b, step):
    """The states where `step` makes each new one of the input and the old state."""
    x, h, W, U, b = as_float(x, h0, W, U, b)
    states = []
    for t in range(x.shape[1]):
        h = step(x[:, t], h, W, U, b)
        states.append(h)
    return np.stack(states, axis=1)


def right_step(x_t, h, W, U, b):
    return np.tanh(x_t @ W + h @ U + b)


@misconception(
    "state-not-carried",
    entry="Y02",
    en="Every step of yours starts from h0 again: the new state is not handed on to the next step.",
    zh="你的每一步都重新从 h0 出发，新状态没有传给下一步。",
)
def rnn_forward(x, h0, W, U, b):
    x, h0, W, U, b = as_float(x, h0, W, U, b)
    return np.tanh(x @ W + (h0 @ U)[:, None] + b)


@misconception(
    "initial-state-ignored",
    entry="Y02",
    en="Your states are the ones for a start from zeros: h0 was not used.",
    zh="你的状态相当于从零出发：没有用到 h0。",
)
def rnn_forward(x, h0, W, U, b):
    return run(x, np.zeros_like(h0), W, U, b, right_step)


@misconception(
    "one-initial-state-for-all",
    entry="Y02",
    en="All your sequences start from the state of the first one. Each sample has its own row of h0.",
    zh="你的所有序列都从第一个样本的状态出发。每个样本在 h0 中各有一行。",
)
def rnn_forward(x, h0, W, U, b):
    return run(x, np.repeat(h0[:1], len(h0), axis=0), W, U, b, right_step)


@misconception(
    "recurrence-missing",
    entry="Y02",
    en="Your states do not depend on earlier inputs: the term with U is missing, and each step stands alone.",
    zh="你的状态与先前的输入无关：缺少 U 那一项，各步互不相干。",
)
def rnn_forward(x, h0, W, U, b):
    return run(x, h0, W, U, b, lambda x_t, h, W, U, b: np.tanh(x_t @ W + b))


@misconception(
    "recurrent-weights-transposed",
    entry="Y01",
    en="Your states are the ones for U transposed. With samples in rows the state is multiplied by U as it is; U is "
    "square, so no error tells you.",
    zh="你的结果对应的是 U 的转置。样本按行排列时，状态直接乘 U 即可；U 是方阵，所以不会报错。",
)
def rnn_forward(x, h0, W, U, b):
    return run(x, h0, W, U, b, lambda x_t, h, W, U, b: np.tanh(x_t @ W + h @ U.T + b))


@misconception(
    "columns-as-in-the-source",
    entry="Y01",
    en="You used the source's W x + U h, where a sample is a column. Here samples are rows: W and U stand on the "
    "right, and both of yours act as their transposes.",
    zh="你照搬了原文的 W x + U h，那里一个样本是一列。本题的样本是行，权重应写在右边；你的 W 和 U 都相当于被转置了。",
)
def rnn_forward(x, h0, W, U, b):
    return run(x, h0, W, U, b, lambda x_t, h, W, U, b: np.tanh(x_t @ W.T + h @ U.T + b))


@misconception(
    "initial-state-included",
    entry="Y05",
    en="You returned T + 1 states: h0 is the first of them. The result begins after the first step.",
    zh="你返回了 T + 1 个状态，第一个是 h0。结果应当从第一步之后的状态开始。",
)
def rnn_forward(x, h0, W, U, b):
    x, h0, W, U, b = as_float(x, h0, W, U, b)
    return np.concatenate([h0[:, None], run(x, h0, W, U, b, right_step)], axis=1)


@misconception(
    "states-one-step-late",
    entry="Y05",
    en="Your result holds the state before each step instead of after it: h0 is first, the last is missing.",
    zh="你存下的是每一步之前的状态，而不是之后的：第一个是 h0，最后一个状态却丢了。",
)
def rnn_forward(x, h0, W, U, b):
    x, h0, W, U, b = as_float(x, h0, W, U, b)
    return np.concatenate([h0[:, None], run(x, h0, W, U, b, right_step)], axis=1)[:, :-1]


@misconception(
    "last-state-only",
    entry="",
    en="You returned the last state only, as Keras does without `return_sequences`. All T states are asked for.",
    zh="你只返回了最后一个状态，相当于 Keras 不加 `return_sequences`。本题要全部 T 个状态。",
)
def rnn_forward(x, h0, W, U, b):
    return run(x, h0, W, U, b, right_step)[:, -1]


@misconception(
    "time-first",
    entry="Y07",
    en="Your result is (T, n, u): the states were stacked with time in front. The batch comes first.",
    zh="你的结果是 (T, n, u)：状态按时间在前的方式堆叠了。批次应当在第一维。",
)
def rnn_forward(x, h0, W, U, b):
    return run(x, h0, W, U, b, right_step).swapaxes(0, 1)


@misconception(
    "steps-along-the-batch",
    entry="Y07",
    en="You read x as (T, n, d): your loop runs over the samples, as if they were steps. Time is axis 1.",
    zh="你把 x 当成了 (T, n, d)：循环沿样本走，仿佛各个样本在时间上前后相接。时间是轴 1。",
)
def rnn_forward(x, h0, W, U, b):
    return run(np.swapaxes(x, 0, 1), h0, W, U, b, right_step)


@misconception(
    "read-backwards",
    entry="",
    en="Your sequences were read from the last step to the first. The state goes forward in time.",
    zh="你从最后一步往前读序列。状态应当顺着时间往后传。",
)
def rnn_forward(x, h0, W, U, b):
    return run(x[:, ::-1], h0, W, U, b, right_step)[:, ::-1]


@misconception(
    "every-state-the-last",
    entry="X09",
    en="All your states are equal to the last one: the list holds one array T times, overwritten in each step.",
    zh="你的每个状态都等于最后一个：每一步都在改写同一个数组，列表里存了它 T 次。",
)
def rnn_forward(x, h0, W, U, b):
    states = run(x, h0, W, U, b, right_step)
    return np.repeat(states[:, -1:], states.shape[1], axis=1)


@misconception(
    "initial-state-overwritten",
    entry="X02",
    en="You wrote the new states into h0. The caller still needs it: work on a copy.",
    zh="你把新状态写进了 h0。调用者还要用它，请在副本上操作。",
)
def rnn_forward(x, h0, W, U, b):
    states = run(x, h0, W, U, b, right_step)
    h0[...] = states[:, -1]
    return states


@misconception(
    "tanh-missing",
    entry="",
    en="Your states are pre-activations: the tanh is missing, and they can grow from step to step.",
    zh="你的状态就是预激活值，没有取 tanh，会一步一步越来越大。",
)
def rnn_forward(x, h0, W, U, b):
    return run(x, h0, W, U, b, lambda x_t, h, W, U, b: x_t @ W + h @ U + b)


@misconception(
    "tanh-at-the-end",
    entry="",
    en="You hand on the state before its tanh and squash only what you return. The next step needs the squashed state.",
    zh="你往下传的是取 tanh 之前的值，只对返回的结果取了 tanh。下一步要用的是取过 tanh 的状态。",
)
def rnn_forward(x, h0, W, U, b):
    return np.tanh(run(x, h0, W, U, b, lambda x_t, h, W, U, b: x_t @ W + h @ U + b))


@misconception(
    "bias-left-out",
    entry="",
    en="Your states are the ones for a bias of zero: b was not added.",
    zh="你的状态相当于偏置为零：没有加上 b。",
)
def rnn_forward(x, h0, W, U, b):
    return run(x, h0, W, U, b, lambda x_t, h, W, U, b: np.tanh(x_t @ W + h @ U))


@misconception(
    "single-step-squeezed",
    entry="Y11",
    en="An axis of length 1 got lost: with one step, one sample or one unit the result still has three axes.",
    zh="长度为 1 的轴丢了：只有一步、一个样本或一个单元时，结果仍应是三维的。",
)
def rnn_forward(x, h0, W, U, b):
    return np.squeeze(run(x, h0, W, U, b, right_step))


@misconception(
    "tanh-overflows",
    entry="A02",
    en="Your tanh is a quotient of exponentials, which becomes inf / inf for large numbers. The library has a stable "
    "tanh.",
    zh="你的 tanh 用指数相除来计算，数值很大时变成 inf / inf。库里有稳定的 tanh。",
)
def rnn_forward(x, h0, W, U, b):
    def step(x_t, h, W, U, b):
        up, down = np.exp(x_t @ W + h @ U + b), np.exp(-(x_t @ W + h @ U + b))
        return (up - down) / (up + down)

    return run(x, h0, W, U, b, step)


@misconception(
    "states-truncated",
    entry="X03",
    en="Your states are whole numbers where x is made of integers: an array with the dtype of x cuts off the fraction.",
    zh="x 是整数时，你的状态也成了整数：沿用 x 的 dtype 建立的数组会把小数部分截掉。",
)
def rnn_forward(x, h0, W, U, b):
    return run(x, h0, W, U, b, right_step).astype(x.dtype)


@misconception(
    "always-float64",
    entry="",
    en="Your states are float64 for float32 arguments: `np.zeros` and `np.empty` make float64 unless told otherwise.",
    zh="参数是 float32 时，你的状态成了 float64：`np.zeros` 和 `np.empty` 不指定 dtype 就是 float64。",
)
def as_float(*arrays):
    return [np.asarray(a, np.float64) for a in arrays]


@misconception(
    "integers-stay-integers",
    entry="T08",
    en="You computed integers as integers, and 8-bit ones wrap around in a product. Convert to floating point first.",
    zh="你直接用整数计算，8 位整数相乘会回绕。先转换成浮点数再算。",
)
def as_float(*arrays):
    return arrays
