"""Wrong answers to rnn_backward that people really give."""

import numpy as np

from grader.checks import misconception


def forward(x, h0, W, U, b):
    """All states, h0 included, with time in front; and the pre-activations."""
    h, a = [h0], []
    for t in range(x.shape[1]):
        a.append(x[:, t] @ W + h[t] @ U + b)
        h.append(np.tanh(a[t]))
    return h, a


def back(
    arrays,
    slope=lambda h, a: 1 - h**2,
    arrive=lambda dh_t, later, slope: (dh_t + later) * slope,
    carry=lambda da, U: da @ U.T,
    before=lambda h, t: h[t],
    to_input=lambda da, W: da @ W.T,
    total=sum,
    order=reversed,
    start=lambda h0: h0,
):
    """The right answer, unless one of its steps is replaced."""
    dh, x, h0, W, U, b = as_float(*arrays)
    h, a = forward(x, start(h0), W, U, b)
    later, deltas = np.zeros_like(h0), {}
    for t in order(range(x.shape[1])):
        deltas[t] = arrive(dh[:, t], later, slope(h[t + 1], a[t]))
        later = carry(deltas[t], U)
    steps = range(x.shape[1])
    return {
        "dx": np.stack([to_input(deltas[t], W) for t in steps], axis=1),
        "dh0": later,
        "dW": total([x[:, t].T @ deltas[t] for t in steps]),
        "dU": total([before(h, t).T @ deltas[t] for t in steps]),
        "db": total([deltas[t].sum(axis=0) for t in steps]),
    }


@misconception(
    "later-steps-ignored",
    entry="Y03",
    en="Each state of yours receives its direct gradient only. What the next step hands back through U is missing.",
    zh="你的每个状态只收到了直接的梯度，下一步经由 U 传回来的那一份漏掉了。",
)
def rnn_backward(*arrays):
    return back(arrays, arrive=lambda dh_t, later, slope: dh_t * slope)


@misconception(
    "carried-without-the-weights",
    entry="Y03",
    en="You hand δ itself back to the step before (and return it as dh0). On its way to the state it goes through U.",
    zh="你把 δ 原样传给了前一步（dh0 也是如此）。它传到状态之前，还要穿过 U。",
)
def rnn_backward(*arrays):
    return back(arrays, carry=lambda da, U: da)


@misconception(
    "carried-through-untransposed",
    entry="Y01",
    en="What you hand back went through U as in the forward pass. Backwards it is the transpose; U is square, so "
    "no error tells you.",
    zh="你往回传时乘的是前向用的 U。反向要用它的转置；U 是方阵，所以不会报错。",
)
def rnn_backward(*arrays):
    return back(arrays, carry=lambda da, U: da @ U)


@misconception(
    "input-through-untransposed",
    entry="Y01",
    en="Your dx went through W as in the forward pass; backwards it is the transpose.",
    zh="你的 dx 乘的是前向用的 W，反向要用它的转置。",
)
def rnn_backward(*arrays):
    return back(arrays, to_input=lambda da, W: da @ W)


@misconception(
    "carry-skips-the-tanh",
    entry="Y03",
    en="Only the direct gradient of yours goes through the tanh; what comes from the next step is added after it. "
    "Both reach the state, so both go through.",
    zh="你只让直接的梯度穿过 tanh，下一步传来的那一份是之后才加上的。两份都先到达状态，所以都要穿过 tanh。",
)
def rnn_backward(*arrays):
    return back(arrays, arrive=lambda dh_t, later, slope: dh_t * slope + later)


@misconception(
    "slope-missing",
    entry="Y04",
    en="Your gradient passes the tanh unchanged: the factor 1 - h² is missing.",
    zh="你的梯度原样穿过了 tanh：缺少因子 1 - h²。",
)
def rnn_backward(*arrays):
    return back(arrays, slope=lambda h, a: 1.0)


@misconception(
    "slope-of-the-preactivation",
    entry="Y04",
    en="Your slope is 1 - a² with the pre-activation a. It is 1 - h², with the state.",
    zh="你的斜率是 1 - a²，a 是预激活值。应当用状态：1 - h²。",
)
def rnn_backward(*arrays):
    return back(arrays, slope=lambda h, a: 1 - a**2)


@misconception(
    "slope-with-tanh-twice",
    entry="Y04",
    en="Your slope is 1 - tanh(h)²: the state has been through the tanh already.",
    zh="你的斜率是 1 - tanh(h)²：状态本身已经取过 tanh 了。",
)
def rnn_backward(*arrays):
    return back(arrays, slope=lambda h, a: 1 - np.tanh(h) ** 2)


@misconception(
    "slope-of-the-sigmoid",
    entry="Y04",
    en="Your slope is h(1 - h), which belongs to the sigmoid. That of tanh is 1 - h².",
    zh="你的斜率是 h(1 - h)，那是 sigmoid 的导数。tanh 的导数是 1 - h²。",
)
def rnn_backward(*arrays):
    return back(arrays, slope=lambda h, a: h * (1 - h))


@misconception(
    "states-one-step-late",
    entry="Y05",
    en="Your dU pairs δ_t with h_t. U multiplied the state before the step, h_{t-1}.",
    zh="你的 dU 用 h_t 与 δ_t 相乘。U 当时乘的是这一步之前的状态 h_{t-1}。",
)
def rnn_backward(*arrays):
    return back(arrays, before=lambda h, t: h[t + 1])


@misconception(
    "states-wrap-around",
    entry="Y05",
    en="In your dU the first step meets the last state: index -1 wraps around. Before the first step comes h0.",
    zh="算 dU 时，你的第一步用到了最后一个状态：下标 -1 绕回了末尾。第一步之前的状态是 h0。",
)
def rnn_backward(*arrays):
    return back(arrays, before=lambda h, t: h[t] if t else h[-1])


@misconception(
    "first-state-left-out-of-dU",
    entry="Y05",
    en="Your dU begins with the second step. At the first one U multiplied h0, which is not zero.",
    zh="你的 dU 从第二步才开始累加。第一步里 U 乘的是 h0，而 h0 不为零。",
)
def rnn_backward(*arrays):
    return back(arrays, before=lambda h, t: h[t] if t else 0 * h[0])


@misconception(
    "forward-from-zeros",
    entry="Y02",
    en="Your gradients are the ones for a forward pass from zeros: h0 was not used as the first state.",
    zh="你的梯度对应的是从零出发的前向计算：没有把 h0 当作初始状态。",
)
def rnn_backward(*arrays):
    return back(arrays, start=np.zeros_like)


@misconception(
    "loop-runs-forward",
    entry="",
    en="Your loop runs from the first step to the last, so that gradients travel into the future. Go from the last "
    "step to the first.",
    zh="你的循环从第一步走到最后一步，梯度成了往未来传。应当从最后一步走到第一步。",
)
def rnn_backward(*arrays):
    return back(arrays, order=list)


@misconception(
    "last-gradient-only",
    entry="",
    en="You used the gradient of the last state only. Every state has a direct gradient of its own in dh.",
    zh="你只用了最后一个状态的梯度。dh 里每个状态都有一份直接的梯度。",
)
def rnn_backward(dh, *arrays):
    only = np.zeros_like(dh)
    only[:, -1] = dh[:, -1]
    return back((only, *arrays))


@misconception(
    "last-step-counted-only",
    entry="Y05",
    en="Your dW, dU and db hold the contribution of one step, the one your loop visited last: they were overwritten "
    "instead of summed.",
    zh="你的 dW、dU、db 只含一步的贡献，即循环最后经过的那一步：每次都被覆盖，而没有累加。",
)
def rnn_backward(*arrays):
    return back(arrays, total=lambda parts: parts[0])


@misconception(
    "averaged-over-time",
    entry="Y05",
    en="Your dW, dU and db are divided by the number of steps. The contributions of the steps are summed.",
    zh="你的 dW、dU、db 除以了步数。各步的贡献只相加，不取平均。",
)
def rnn_backward(*arrays):
    return back(arrays, total=lambda parts: sum(parts) / len(parts))


@misconception(
    "averaged-over-the-batch",
    entry="Y05",
    en="Your dW, dU and db are divided by the number of samples. If the loss is a mean, dh holds that factor already.",
    zh="你的 dW、dU、db 除以了样本数。如果损失是平均值，dh 里已经含有这个系数。",
)
def rnn_backward(dh, *arrays):
    return back((dh, *arrays), total=lambda parts: sum(parts) / len(dh))


@misconception(
    "bias-per-sample",
    entry="",
    en="Your db has a row for each sample: it was summed over the steps, but not over the batch.",
    zh="你的 db 每个样本各有一行：只对步骤求了和，没有对批次求和。",
)
def rnn_backward(dh, x, h0, W, U, b):
    grads = back((dh, x, h0, W, U, b))
    rows = [slice(i, i + 1) for i in range(len(x))]
    return {**grads, "db": np.stack([back((dh[i], x[i], h0[i], W, U, b))["db"] for i in rows])}


@misconception(
    "initial-gradient-zero",
    entry="Y06",
    en="Your dh0 is zero. The first step was computed from h0, so the gradient goes one step further back.",
    zh="你的 dh0 是零。第一步是由 h0 算出来的，所以梯度还要再往回传一步。",
)
def rnn_backward(*arrays):
    grads = back(arrays)
    return {**grads, "dh0": np.zeros_like(grads["dh0"])}


@misconception(
    "initial-gradient-missing",
    entry="Y06",
    en="Your result has no entry dh0. The state before the first step is an argument, too.",
    zh="你的结果里没有 dh0。第一步之前的状态也是一个参数。",
)
def rnn_backward(*arrays):
    return {name: gradient for name, gradient in back(arrays).items() if name != "dh0"}


@misconception(
    "gradient-argument-changed",
    entry="X02",
    en="You added the gradients of later steps into dh itself. The caller still needs it: use an array of your own.",
    zh="你把后面各步的梯度直接加进了 dh。调用者还要用它，请另用自己的数组。",
)
def rnn_backward(dh, x, h0, W, U, b):
    grads = back((dh, x, h0, W, U, b))
    dh *= 2
    return grads


@misconception(
    "tanh-overflows",
    entry="A02",
    en="Your tanh is a quotient of exponentials, which becomes inf / inf for large numbers. The library has a stable "
    "tanh.",
    zh="你的 tanh 用指数相除来计算，数值很大时变成 inf / inf。库里有稳定的 tanh。",
)
def rnn_backward(*arrays):
    x, h0, W, U, b = as_float(*arrays)[1:]
    h = h0
    for t in range(x.shape[1]):
        a = x[:, t] @ W + h @ U + b
        h = (np.exp(a) - np.exp(-a)) / (np.exp(a) + np.exp(-a))
    return back(arrays)


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your gradients are whole numbers where x and h0 are: an array made like an integer one cuts off the fraction.",
    zh="x 和 h0 为整数时，你的梯度也成了整数：仿照整数数组建立的数组会把小数部分截掉。",
)
def rnn_backward(dh, x, h0, W, U, b):
    kinds = {"dx": x, "dh0": h0, "dW": W, "dU": U, "db": b}
    return {name: g.astype(kinds[name].dtype) for name, g in back((dh, x, h0, W, U, b)).items()}


@misconception(
    "always-float64",
    entry="",
    en="Your gradients are float64 for float32 arguments: `np.zeros` makes float64 unless told otherwise.",
    zh="参数是 float32 时，你的梯度成了 float64：`np.zeros` 不指定 dtype 就是 float64。",
)
def as_float(*arrays):
    return [np.asarray(a, np.float64) for a in arrays]
