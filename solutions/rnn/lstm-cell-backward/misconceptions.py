"""Wrong answers to lstm_cell_backward that people really give.

`cell` stands for the arguments of the forward step: x_t, h_prev, c_prev, kernel, recurrent_kernel, bias.
"""

import numpy as np

from grader.checks import misconception


def sigmoid(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


def forward(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    """The gates, the candidate and the new cell state."""
    z_i, z_f, z_c, z_o = np.hsplit(x_t @ kernel + h_prev @ recurrent_kernel + bias, 4)
    i, f, g, o = sigmoid(z_i), sigmoid(z_f), np.tanh(z_c), sigmoid(z_o)
    return i, f, g, o, f * c_prev + i * g


def whole(dh, dc, o, c_t):
    """All that reaches the cell state."""
    return dc + dh * o * (1 - np.tanh(c_t) ** 2)


def blocks(d_c, dh, c_prev, i, f, g, o, c_t):
    """The gradients of the four pre-activations."""
    dz_i, dz_f = d_c * g * i * (1 - i), d_c * c_prev * f * (1 - f)
    return [dz_i, dz_f, d_c * i * (1 - g**2), dh * np.tanh(c_t) * o * (1 - o)]


def collected(dz, dc_prev, x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    """The result, once the gradients of the pre-activations are known."""
    dz = np.hstack(dz)
    return {
        "dx": dz @ kernel.T,
        "dh_prev": dz @ recurrent_kernel.T,
        "dc_prev": dc_prev,
        "dkernel": x_t.T @ dz,
        "drecurrent_kernel": h_prev.T @ dz,
        "dbias": dz.sum(axis=0),
    }


def right(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    d_c = whole(dh, dc, o, c_t)
    return collected(blocks(d_c, dh, cell[2], i, f, g, o, c_t), d_c * f, *cell)


@misconception(
    "path-through-h-missing",
    entry="Z04",
    en="Your cell state gets `dc` alone. c_t also reaches the loss through h_t = o · tanh(c_t).",
    zh="你的细胞状态只得到了 `dc`。c_t 还会通过 h_t = o · tanh(c_t) 影响损失。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    return collected(blocks(dc, dh, cell[2], i, f, g, o, c_t), dc * f, *cell)


@misconception(
    "direct-path-missing",
    entry="Z04",
    en="Your cell state gets only what comes through h_t. `dc`, which the next step hands back, is not used.",
    zh="你的细胞状态只得到了经过 h_t 传来的部分，没有用到后一步传回的 `dc`。",
)
def lstm_cell_backward(dh, dc, *cell):
    return right(dh, 0 * dc, *cell)


@misconception(
    "dc-overwritten",
    entry="Z05",
    en="You add to `dc` itself (`dc += …`), which changes the caller's array. Make a new one.",
    zh="你直接在 `dc` 上累加（`dc += …`），调用者的数组被改掉了。应当建一个新数组。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    dc += dh * o * (1 - np.tanh(c_t) ** 2)
    return collected(blocks(dc, dh, cell[2], i, f, g, o, c_t), dc * f, *cell)


@misconception(
    "slope-of-tanh-left-out",
    entry="Z04",
    en="What comes through h_t reaches your cell state without the slope of tanh, 1 - tanh²(c_t).",
    zh="经过 h_t 传到细胞状态的梯度，少乘了 tanh 的斜率 1 - tanh²(c_t)。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    d_c = dc + dh * o
    return collected(blocks(d_c, dh, cell[2], i, f, g, o, c_t), d_c * f, *cell)


@misconception(
    "slope-from-the-cell-state",
    entry="Y04",
    en="Your slope of tanh is 1 - c_t². The formula takes the square of tanh(c_t), not of c_t.",
    zh="你的 tanh 斜率是 1 - c_t²。公式中平方的是 tanh(c_t)，不是 c_t。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    d_c = dc + dh * o * (1 - c_t**2)
    return collected(blocks(d_c, dh, cell[2], i, f, g, o, c_t), d_c * f, *cell)


@misconception(
    "output-gate-left-out",
    entry="Z04",
    en="What comes through h_t reaches your cell state without the factor o: h_t is o · tanh(c_t).",
    zh="经过 h_t 传到细胞状态的梯度，少乘了 o：h_t 等于 o · tanh(c_t)。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    d_c = whole(dh, dc, 1.0, c_t)
    return collected(blocks(d_c, dh, cell[2], i, f, g, o, c_t), d_c * f, *cell)


@misconception(
    "gates-without-slope",
    entry="Y04",
    en="Your gradients are those of the gates, not of their pre-activations: the slope s(1 - s) is missing.",
    zh="你得到的是门本身的梯度，还没有传到预激活值：少乘了斜率 s(1 - s)。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    d_c = whole(dh, dc, o, c_t)
    dz = [d_c * g, d_c * cell[2], d_c * i * (1 - g**2), dh * np.tanh(c_t)]
    return collected(dz, d_c * f, *cell)


@misconception(
    "candidate-without-slope",
    entry="Y04",
    en="Your gradient of the candidate lacks the slope of its tanh, 1 - g².",
    zh="你的候选值梯度少乘了 tanh 的斜率 1 - g²。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    d_c = whole(dh, dc, o, c_t)
    dz = blocks(d_c, dh, cell[2], i, f, g, o, c_t)
    return collected([dz[0], dz[1], d_c * i, dz[3]], d_c * f, *cell)


@misconception(
    "candidate-slope-of-sigmoid",
    entry="Z02",
    en="Your slope of the candidate is g(1 - g), that of a sigmoid. The candidate is a tanh.",
    zh="你的候选值斜率是 g(1 - g)，那是 sigmoid 的斜率。候选值用的是 tanh。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    d_c = whole(dh, dc, o, c_t)
    dz = blocks(d_c, dh, cell[2], i, f, g, o, c_t)
    return collected([dz[0], dz[1], d_c * i * g * (1 - g), dz[3]], d_c * f, *cell)


@misconception(
    "gates-slope-of-tanh",
    entry="Z02",
    en="Your slope of the gates is 1 - s², that of a tanh. The three gates are sigmoids.",
    zh="你的门斜率是 1 - s²，那是 tanh 的斜率。三个门用的都是 sigmoid。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    d_c = whole(dh, dc, o, c_t)
    slopes = [1 - s**2 for s in (i, f, g, o)]
    factors = [d_c * g, d_c * cell[2], d_c * i, dh * np.tanh(c_t)]
    return collected([a * b for a, b in zip(factors, slopes)], d_c * f, *cell)


@misconception(
    "input-gate-and-candidate-exchanged",
    entry="",
    en="Your input gate takes i as its factor and your candidate g. Each takes the other one: the product is i · g.",
    zh="你的输入门乘了 i，候选值乘了 g。乘积是 i · g，各自应乘对方。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    d_c = whole(dh, dc, o, c_t)
    dz = blocks(d_c, dh, cell[2], i, f, g, o, c_t)
    return collected([d_c * i * i * (1 - i), dz[1], d_c * g * (1 - g**2), dz[3]], d_c * f, *cell)


@misconception(
    "forget-gate-from-new-cell",
    entry="Y05",
    en="Your forget gate takes the new cell state as its factor. In the forward step it was multiplied by c_prev.",
    zh="你的遗忘门乘的是新的细胞状态。前向时与它相乘的是 c_prev。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    d_c = whole(dh, dc, o, c_t)
    return collected(blocks(d_c, dh, c_t, i, f, g, o, c_t), d_c * f, *cell)


@misconception(
    "output-gate-from-cell",
    entry="Z03",
    en="Your output gate takes c_t as its factor. In the forward step it was multiplied by tanh(c_t).",
    zh="你的输出门乘的是 c_t。前向时与它相乘的是 tanh(c_t)。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    d_c = whole(dh, dc, o, c_t)
    dz = blocks(d_c, dh, cell[2], i, f, g, o, c_t)
    return collected([*dz[:3], dh * c_t * o * (1 - o)], d_c * f, *cell)


@misconception(
    "output-gate-from-dc",
    entry="",
    en="Your output gate gets the gradient of the cell state. It acts on h_t only, so it gets `dh`.",
    zh="你的输出门得到的是细胞状态的梯度。它只作用于 h_t，应使用 `dh`。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    d_c = whole(dh, dc, o, c_t)
    return collected(blocks(d_c, d_c, cell[2], i, f, g, o, c_t), d_c * f, *cell)


@misconception(
    "forget-gate-not-applied",
    entry="Z07",
    en="Your dc_prev is the gradient in c_t as it is. On its way to c_prev it is multiplied by the forget gate.",
    zh="你的 dc_prev 就是 c_t 的梯度。它传到 c_prev 时，还要乘上遗忘门。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    d_c = whole(dh, dc, o, c_t)
    return collected(blocks(d_c, dh, cell[2], i, f, g, o, c_t), d_c, *cell)


@misconception(
    "dc-prev-from-dc-alone",
    entry="Z04",
    en="Your dc_prev is dc · f: the gates have what comes through h_t, but dc_prev has not.",
    zh="你的 dc_prev 是 dc · f：各个门的梯度里有经过 h_t 的部分，dc_prev 里却没有。",
)
def lstm_cell_backward(dh, dc, *cell):
    return {**right(dh, dc, *cell), "dc_prev": dc * forward(*cell)[1]}


@misconception(
    "states-exchanged",
    entry="Z07",
    en="dh_prev and dc_prev are exchanged in your result.",
    zh="你的结果里 dh_prev 和 dc_prev 对调了。",
)
def lstm_cell_backward(dh, dc, *cell):
    grads = right(dh, dc, *cell)
    return {**grads, "dh_prev": grads["dc_prev"], "dc_prev": grads["dh_prev"]}


@misconception(
    "upstream-exchanged",
    entry="Z07",
    en="dh and dc are exchanged: your step treats the gradient of the cell state as that of the hidden state.",
    zh="dh 和 dc 用反了：你把细胞状态的梯度当作了隐藏状态的梯度。",
)
def lstm_cell_backward(dh, dc, *cell):
    return right(dc, dh, *cell)


@misconception(
    "bias-averaged",
    entry="N04",
    en="Your dbias is the mean over the batch. The gradients of all samples are added up; the mean is in `dh` already.",
    zh="你的 dbias 对批次取了平均。各样本的梯度应当相加，平均已经包含在 `dh` 里。",
)
def lstm_cell_backward(dh, dc, *cell):
    grads = right(dh, dc, *cell)
    return {**grads, "dbias": grads["dbias"] / len(dh)}


@misconception(
    "weights-averaged",
    entry="N05",
    en="Your gradients of kernels and bias are divided by the batch size. The mean is in `dh` and `dc` already.",
    zh="你的权重和偏置梯度除以了批次大小。平均已经包含在 `dh` 和 `dc` 里。",
)
def lstm_cell_backward(dh, dc, *cell):
    grads = right(dh, dc, *cell)
    averaged = {name: grads[name] / len(dh) for name in ("dkernel", "drecurrent_kernel", "dbias")}
    return {**grads, **averaged}


@misconception(
    "bias-not-summed",
    entry="N04",
    en="Your dbias has one row for each sample. One bias serves all of them, so the rows are added up.",
    zh="你的 dbias 每个样本一行。所有样本共用一个偏置，各行应当相加。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    dz = blocks(whole(dh, dc, o, c_t), dh, cell[2], i, f, g, o, c_t)
    return {**right(dh, dc, *cell), "dbias": np.hstack(dz)}


@misconception(
    "recurrent-kernel-from-new-state",
    entry="Y05",
    en="Your drecurrent_kernel is built from h_t. In the forward step the recurrent kernel was multiplied by h_prev.",
    zh="你的 drecurrent_kernel 用的是 h_t。前向时与它相乘的是 h_prev。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    dz = np.hstack(blocks(whole(dh, dc, o, c_t), dh, cell[2], i, f, g, o, c_t))
    return {**right(dh, dc, *cell), "drecurrent_kernel": (o * np.tanh(c_t)).T @ dz}


@misconception(
    "kernels-transposed",
    entry="N05",
    en="Your dkernel and drecurrent_kernel are transposed. A gradient has the shape of its array, (in, out).",
    zh="你的 dkernel 和 drecurrent_kernel 被转置了。梯度的形状与数组相同，即（输入，输出）。",
)
def lstm_cell_backward(dh, dc, *cell):
    grads = right(dh, dc, *cell)
    return {**grads, "dkernel": grads["dkernel"].T, "drecurrent_kernel": grads["drecurrent_kernel"].T}


@misconception(
    "blocks-ifoc",
    entry="Z01",
    en="Your blocks lie in the order i, f, o, c (as in CS231n): the last two are exchanged.",
    zh="你的四段顺序是 i、f、o、c（CS231n 的排法）：最后两段对调了。",
)
def lstm_cell_backward(dh, dc, x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    def exchanged(a):
        u = h_prev.shape[1]
        return np.concatenate([a[..., : 2 * u], a[..., 3 * u :], a[..., 2 * u : 3 * u]], axis=-1)

    weights = [exchanged(a) for a in (kernel, recurrent_kernel, bias)]
    grads = right(dh, dc, x_t, h_prev, c_prev, *weights)
    return {name: exchanged(a) if name.endswith(("kernel", "bias")) else a for name, a in grads.items()}


@misconception(
    "blocks-put-together-ifoc",
    entry="Z01",
    en="You cut the blocks apart in the order i, f, c, o, but put their gradients together in the order i, f, o, c.",
    zh="你按 i、f、c、o 切开，却按 i、f、o、c 把梯度拼了回去。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    d_c = whole(dh, dc, o, c_t)
    dz = blocks(d_c, dh, cell[2], i, f, g, o, c_t)
    return collected([dz[0], dz[1], dz[3], dz[2]], d_c * f, *cell)


@misconception(
    "bias-left-out",
    entry="",
    en="Your step is repeated without the bias, so all gates are others than in the forward step.",
    zh="你重算前向时没有加偏置，各个门都与前向时不同。",
)
def lstm_cell_backward(dh, dc, *cell):
    return right(dh, dc, *cell[:5], 0 * cell[5])


@misconception(
    "forget-bias-twice",
    entry="Z12",
    en="Your forget gate has an extra 1 in its pre-activation. The forget bias is already in `bias`.",
    zh="你的遗忘门在预激活值上多加了 1。遗忘门的偏置已经包含在 `bias` 里。",
)
def lstm_cell_backward(dh, dc, *cell):
    u = cell[1].shape[1]
    extra = np.repeat(np.array([0, 1, 0, 0], dtype=cell[5].dtype), u)
    return right(dh, dc, *cell[:5], cell[5] + extra)


@misconception(
    "h-added-to-dh-prev",
    entry="Y03",
    en="Your dh_prev has dh added to it. h_prev reaches h_t only through the gates; there is no direct way as for c.",
    zh="你在 dh_prev 上又加了 dh。h_prev 只能经过各个门影响 h_t，不像 c 那样有直通的路。",
)
def lstm_cell_backward(dh, dc, *cell):
    grads = right(dh, dc, *cell)
    return {**grads, "dh_prev": grads["dh_prev"] + dh}


@misconception(
    "dx-not-transposed",
    entry="N05",
    en="Your dx is multiplied by the kernel itself (d, 4u). To go back it is the transposed one, (4u, d).",
    zh="你的 dx 直接乘了 kernel（d, 4u）。往回传时应乘它的转置（4u, d）。",
)
def lstm_cell_backward(dh, dc, *cell):
    i, f, g, o, c_t = forward(*cell)
    dz = np.hstack(blocks(whole(dh, dc, o, c_t), dh, cell[2], i, f, g, o, c_t))
    return {**right(dh, dc, *cell), "dx": dz @ cell[3]}


@misconception(
    "sigmoid-overflows",
    entry="Z10",
    en="Your sigmoid takes exp(-z), which overflows for a large negative z. Only take exp of numbers below 0.",
    zh="你的 sigmoid 直接计算 exp(-z)，z 是很大的负数时会溢出。只对负数取 exp 就没有这个问题。",
)
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


@misconception(
    "always-float64",
    entry="",
    en="Your gradients are float64 where all arguments are float32. They keep the dtype of the input.",
    zh="参数都是 float32 时，你返回的梯度却是 float64。结果应保持输入的 dtype。",
)
def lstm_cell_backward(dh, dc, *cell):
    return right(np.asarray(dh, dtype=np.float64), dc, *(np.asarray(a, dtype=np.float64) for a in cell))


@misconception(
    "dtype-of-the-argument",
    entry="X03",
    en="You write each gradient into an array of its argument's dtype. With whole-number arguments everything behind "
    "the point is lost.",
    zh="你把梯度写进了与各参数 dtype 相同的数组。参数为整数时，小数部分就全丢了。",
)
def lstm_cell_backward(dh, dc, *cell):
    grads = right(dh, dc, *cell)
    return {name: a.astype(like.dtype) for (name, a), like in zip(grads.items(), cell)}
