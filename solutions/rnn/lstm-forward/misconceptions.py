"""Wrong answers to lstm_forward that people really give."""

import numpy as np

from grader.checks import misconception


def run(x, weights, all_states, cell, advance=lambda old, new: new, shown=lambda h, c: h):
    """The right answer with this cell; `advance` makes the state that is carried on, `shown` what is returned."""
    x, *weights = as_float(x, *weights)
    state = (np.zeros((len(x), len(weights[1])), x.dtype),) * 2
    states = []
    for t in range(x.shape[1]):
        new = cell(x[:, t], *state, *weights)
        states.append(shown(*new))
        state = advance(state, new)
    return np.stack(states, axis=1) if all_states else states[-1]


def blocks(x_t, h, kernel, recurrent_kernel, bias):
    return np.split(x_t @ kernel + h @ recurrent_kernel + bias, 4, axis=-1)


def finish(i, f, candidate, o, c):
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(candidate)
    return sigmoid(o) * np.tanh(c), c


@misconception(
    "order-ifoc",
    entry="Z01",
    en="Your result is what the gate order i, f, o, c gives (as in CS231n): the last two blocks are exchanged.",
    zh="你的结果对应的门顺序是 i、f、o、c（CS231n 的排法）：最后两段对调了。",
)
def lstm_cell(x_t, h, c, *weights):
    i, f, o, candidate = blocks(x_t, h, *weights)
    return finish(i, f, candidate, o, c)


@misconception(
    "order-fico",
    entry="Z01",
    en="Your result is what the gate order f, i, c, o gives: input gate and forget gate are exchanged.",
    zh="你的结果对应的门顺序是 f、i、c、o：输入门和遗忘门对调了。",
)
def lstm_cell(x_t, h, c, *weights):
    f, i, candidate, o = blocks(x_t, h, *weights)
    return finish(i, f, candidate, o, c)


@misconception(
    "order-icfo",
    entry="Z01",
    en="Your result is what the gate order i, c, f, o gives (as in TensorFlow 1): the middle blocks are exchanged.",
    zh="你的结果对应的门顺序是 i、c、f、o（TensorFlow 1 的排法）：中间两段对调了。",
)
def lstm_cell(x_t, h, c, *weights):
    i, candidate, f, o = blocks(x_t, h, *weights)
    return finish(i, f, candidate, o, c)


@misconception(
    "order-iofc",
    entry="Z01",
    en="Your result is what the gate order i, o, f, c gives (as in ONNX).",
    zh="你的结果对应的门顺序是 i、o、f、c（ONNX 的排法）。",
)
def lstm_cell(x_t, h, c, *weights):
    i, o, f, candidate = blocks(x_t, h, *weights)
    return finish(i, f, candidate, o, c)


@misconception(
    "gates-interleaved",
    entry="Z01",
    en="You read the four gates of a unit from neighbouring columns. Each gate has a block of u columns of its own.",
    zh="你把同一个单元的四个门当作相邻的四列来读。实际上每个门各占连续的 u 列。",
)
def lstm_cell(x_t, h, c, kernel, recurrent_kernel, bias):
    z = x_t @ kernel + h @ recurrent_kernel + bias
    return finish(z[:, 0::4], z[:, 1::4], z[:, 2::4], z[:, 3::4], c)


@misconception(
    "cell-tanh-missing",
    entry="Z03",
    en="Your hidden state is the output gate times the cell state itself: the tanh of the cell state is missing.",
    zh="你的隐藏状态等于输出门直接乘细胞状态，细胞状态没有先取 tanh。",
)
def lstm_cell(x_t, h, c, *weights):
    i, f, candidate, o = blocks(x_t, h, *weights)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(candidate)
    return sigmoid(o) * c, c


@misconception(
    "sigmoid-candidate",
    entry="Z02",
    en="Your candidate went through the sigmoid, so that the cell can only be added to. It takes tanh.",
    zh="你对候选值用了 sigmoid，细胞状态于是只能往上加。候选值应当用 tanh。",
)
def lstm_cell(x_t, h, c, *weights):
    i, f, candidate, o = blocks(x_t, h, *weights)
    c = sigmoid(f) * c + sigmoid(i) * sigmoid(candidate)
    return sigmoid(o) * np.tanh(c), c


@misconception(
    "tanh-gates",
    entry="Z02",
    en="Your gates went through tanh and can be negative. The three gates take the sigmoid.",
    zh="你对三个门用了 tanh，于是门会取负值。三个门都应当用 sigmoid。",
)
def lstm_cell(x_t, h, c, *weights):
    i, f, candidate, o = np.tanh(blocks(x_t, h, *weights))
    c = f * c + i * candidate
    return o * np.tanh(c), c


@misconception(
    "forget-bias-twice",
    entry="Z12",
    en="Your forget gate has an extra 1 in its pre-activation. The forget bias is already in `bias`: use it as it is.",
    zh="你的遗忘门在预激活值上多加了 1。遗忘门的偏置已经包含在 `bias` 里，直接使用即可。",
)
def lstm_cell(x_t, h, c, *weights):
    i, f, candidate, o = blocks(x_t, h, *weights)
    return finish(i, f + 1, candidate, o, c)


@misconception(
    "bias-left-out",
    entry="",
    en="Your result is the one for a bias of zero: `bias` was not added.",
    zh="你的结果相当于偏置为零：没有加上 `bias`。",
)
def lstm_cell(x_t, h, c, kernel, recurrent_kernel, bias):
    return finish(*blocks(x_t, h, kernel, recurrent_kernel, 0 * bias), c)


@misconception(
    "hidden-state-first",
    entry="Z06",
    en="You joined the inputs as [h, x] and the kernels as [kernel, recurrent_kernel]: x meets rows that belong to h.",
    zh="输入按 [h, x] 拼接，权重却按 [kernel, recurrent_kernel] 拼接，x 乘到了属于 h 的那些行上。",
)
def lstm_cell(x_t, h, c, kernel, recurrent_kernel, bias):
    z = np.hstack([h, x_t]) @ np.vstack([kernel, recurrent_kernel]) + bias
    return finish(*np.split(z, 4, axis=-1), c)


@misconception(
    "hidden-state-not-carried",
    entry="Y02",
    en="Every step of yours sees a hidden state of zeros: only the cell state is carried on.",
    zh="你的每一步看到的隐藏状态都是零：往后传的只有细胞状态。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    return run(
        x, (kernel, recurrent_kernel, bias), return_sequences, lstm_cell, advance=lambda old, new: (old[0], new[1])
    )


@misconception(
    "cell-state-not-carried",
    entry="Z07",
    en="Every step of yours starts from a cell state of zeros: only the hidden state is carried on, and the "
    "long memory is lost.",
    zh="你的每一步都从零细胞状态开始：往后传的只有隐藏状态，长期记忆丢掉了。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    return run(
        x, (kernel, recurrent_kernel, bias), return_sequences, lstm_cell, advance=lambda old, new: (new[0], old[1])
    )


@misconception(
    "nothing-carried",
    entry="Y02",
    en="Every step of yours starts from zeros: neither of the two states is handed on to the next step.",
    zh="你的每一步都从零开始：两个状态都没有传给下一步。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    return run(x, (kernel, recurrent_kernel, bias), return_sequences, lstm_cell, advance=lambda old, new: old)


@misconception(
    "states-exchanged",
    entry="Z07",
    en="From step to step the two states change places: what is carried on as h is c, and the reverse.",
    zh="每往后传一步，你的两个状态就对调一次：当作 h 传下去的是 c，反之亦然。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    return run(x, (kernel, recurrent_kernel, bias), return_sequences, lstm_cell, advance=lambda old, new: new[::-1])


@misconception(
    "hidden-state-as-cell",
    entry="Z07",
    en="You carry the hidden state on as the cell state, too. The cell state is a state of its own.",
    zh="你把隐藏状态同时当作细胞状态传了下去。细胞状态是另一个独立的状态。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    return run(
        x, (kernel, recurrent_kernel, bias), return_sequences, lstm_cell, advance=lambda old, new: (new[0], new[0])
    )


@misconception(
    "cell-state-returned",
    entry="",
    en="You returned the cell state. The layer shows the hidden state, h.",
    zh="你返回的是细胞状态。这一层的输出是隐藏状态 h。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    return run(x, (kernel, recurrent_kernel, bias), return_sequences, lstm_cell, shown=lambda h, c: c)


@misconception(
    "output-gate-returned",
    entry="Z08",
    en="You returned the output gate instead of the hidden state, which is the gate times tanh(c).",
    zh="你返回的是输出门，而不是隐藏状态；隐藏状态等于输出门乘以 tanh(c)。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    return run(x, (kernel, recurrent_kernel, bias), return_sequences, lstm_cell, shown=lambda h, c: h / np.tanh(c))


@misconception(
    "both-states-returned",
    entry="",
    en="You returned h and c together, as Keras does with `return_state=True`. Only h is asked for.",
    zh="你把 h 和 c 一起返回了，相当于 Keras 的 `return_state=True`。本题只要 h。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    h = run(x, (kernel, recurrent_kernel, bias), return_sequences, lstm_cell)
    return h, run(x, (kernel, recurrent_kernel, bias), False, lstm_cell, shown=lambda h, c: c)


@misconception(
    "always-sequences",
    entry="",
    en="You return all states in any case. Without `return_sequences` only the last one is asked for.",
    zh="你总是返回全部状态。没有指定 `return_sequences` 时只要最后一个。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    return run(x, (kernel, recurrent_kernel, bias), True, lstm_cell)


@misconception(
    "always-last",
    entry="",
    en="You return the last state in any case. With `return_sequences=True` all of them are asked for.",
    zh="你总是只返回最后一个状态。`return_sequences=True` 时要返回全部状态。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    return run(x, (kernel, recurrent_kernel, bias), False, lstm_cell)


@misconception(
    "sequences-by-default",
    entry="",
    en="Your `return_sequences` is true unless told otherwise. The default is False.",
    zh="你的 `return_sequences` 默认是真。它的默认值应为 False。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=True):
    return run(x, (kernel, recurrent_kernel, bias), return_sequences, lstm_cell)


@misconception(
    "flag-reversed",
    entry="",
    en="Your `return_sequences` works the wrong way round: True gives the last state, False gives all.",
    zh="你的 `return_sequences` 用反了：True 时只给最后一个状态，False 时却给全部。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    return run(x, (kernel, recurrent_kernel, bias), not return_sequences, lstm_cell)


@misconception(
    "first-state-for-last",
    entry="",
    en="Without `return_sequences` you return the state after the first step. It is the one after the last.",
    zh="没有指定 `return_sequences` 时，你返回的是第一步之后的状态，应当是最后一步之后的。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    states = run(x, (kernel, recurrent_kernel, bias), True, lstm_cell)
    return states if return_sequences else states[:, 0]


@misconception(
    "last-sample-for-last-step",
    entry="Y07",
    en="Without `return_sequences` you return all states of the last sample. It is the last step of all samples: "
    "time is axis 1.",
    zh="没有指定 `return_sequences` 时，你返回的是最后一个样本的全部状态。要的是所有样本的最后一步：时间是轴 1。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    states = run(x, (kernel, recurrent_kernel, bias), True, lstm_cell)
    return states if return_sequences else states[-1]


@misconception(
    "time-axis-kept",
    entry="X06",
    en="Without `return_sequences` your result still has a time axis of length 1. It is (n, u).",
    zh="没有指定 `return_sequences` 时，你的结果还留着长度为 1 的时间轴。应为 (n, u)。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    states = run(x, (kernel, recurrent_kernel, bias), True, lstm_cell)
    return states if return_sequences else states[:, -1:]


@misconception(
    "time-first",
    entry="Y07",
    en="Your sequences are (T, n, u): the states were stacked with time in front. The batch comes first.",
    zh="你返回的序列是 (T, n, u)：状态按时间在前的方式堆叠了。批次应当在第一维。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    states = run(x, (kernel, recurrent_kernel, bias), True, lstm_cell)
    return states.swapaxes(0, 1) if return_sequences else states[:, -1]


@misconception(
    "steps-along-the-batch",
    entry="Y07",
    en="You read x as (T, n, d): your loop runs over the samples, as if they were steps. Time is axis 1.",
    zh="你把 x 当成了 (T, n, d)：循环沿样本走，仿佛各个样本就是各个时间步。时间是轴 1。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    return run(np.swapaxes(x, 0, 1), (kernel, recurrent_kernel, bias), return_sequences, lstm_cell)


@misconception(
    "initial-state-included",
    entry="Y05",
    en="You returned T + 1 states, the first of which are zeros. The sequence begins after the first step.",
    zh="你返回了 T + 1 个状态，开头是零状态。序列应当从第一步之后的状态开始。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    states = run(x, (kernel, recurrent_kernel, bias), True, lstm_cell)
    return np.concatenate([0 * states[:, :1], states], axis=1) if return_sequences else states[:, -1]


@misconception(
    "states-one-step-late",
    entry="Y05",
    en="Your sequence holds the state before each step instead of after it: zeros come first, the last is missing.",
    zh="你的序列存的是每一步之前的状态，而不是之后的：开头是零，最后一个状态却丢了。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    states = run(x, (kernel, recurrent_kernel, bias), True, lstm_cell)
    return np.concatenate([0 * states[:, :1], states[:, :-1]], axis=1) if return_sequences else states[:, -1]


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
def lstm_cell(x_t, h, c, *weights):
    def tanh(a):
        return (np.exp(a) - np.exp(-a)) / (np.exp(a) + np.exp(-a))

    i, f, candidate, o = blocks(x_t, h, *weights)
    c = sigmoid(f) * c + sigmoid(i) * tanh(candidate)
    return sigmoid(o) * tanh(c), c


@misconception(
    "states-truncated",
    entry="X03",
    en="Your states are whole numbers where x is made of integers: an array with the dtype of x cuts off the fraction.",
    zh="x 是整数时，你的状态也成了整数：沿用 x 的 dtype 建立的数组会把小数部分截掉。",
)
def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    return run(x, (kernel, recurrent_kernel, bias), return_sequences, lstm_cell).astype(x.dtype)


@misconception(
    "always-float64",
    entry="",
    en="Your result is float64 for float32 arguments: `np.zeros` makes float64 unless told otherwise.",
    zh="参数是 float32 时，你的结果成了 float64：`np.zeros` 不指定 dtype 就是 float64。",
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
