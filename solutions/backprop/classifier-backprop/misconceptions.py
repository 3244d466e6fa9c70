"""Wrong answers to classifier_gradients that people really give."""

import numpy as np

from grader.checks import misconception


def softmax(logits):
    return np.exp(log_softmax(logits))


def cross_entropy(log_p, labels):
    return -np.mean(log_p[np.arange(len(labels)), labels])


def error_of_logits(p, labels):
    """(p - onehot) / n."""
    return (p - (labels[:, None] == np.arange(p.shape[1]))) / len(p)


def backprop(
    x,
    labels,
    params,
    activation=lambda z: np.maximum(z, 0),
    output=lambda logits: logits,
    loss=cross_entropy,
    upstream=error_of_logits,
    mask=lambda z, back: back * (z > 0),
    through=lambda W2, dW2: W2,
    weights=lambda inputs, delta: inputs.T @ delta,
    bias=lambda delta: delta.sum(axis=0),
):
    """The right answer, unless one of its steps is replaced."""
    x, W1, b1, W2, b2 = as_float(x, params["W1"], params["b1"], params["W2"], params["b2"])
    z = x @ W1 + b1
    h = activation(z)
    log_p = log_softmax(output(h @ W2 + b2))
    delta = upstream(np.exp(log_p), labels).astype(h.dtype)
    dW2 = weights(h, delta)
    back = mask(z, delta @ through(W2, dW2).T)
    return loss(log_p, labels), {"W1": weights(x, back), "b1": bias(back), "W2": dW2, "b2": bias(delta)}


@misconception(
    "softmax-overflows",
    entry="C01",
    en="Your exponentials overflow for large logits. Subtract the largest logit of each row first: the probabilities "
    "stay the same.",
    zh="logits 很大时你的指数溢出了。先减去每行的最大值，概率不变。",
)
def log_softmax(logits):
    powers = np.exp(logits)
    return np.log(powers / powers.sum(axis=1, keepdims=True))


@misconception(
    "log-of-zero",
    entry="C02",
    en="Your loss is infinite where a probability has become 0: you took the logarithm of the probabilities. It can be "
    "had from the logits directly.",
    zh="概率变成 0 时你的损失成了无穷大：你对概率取了对数。它可以由 logits 直接算出来。",
)
def log_softmax(logits):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.log(powers / powers.sum(axis=1, keepdims=True))


@misconception(
    "probabilities-clipped",
    entry="C03",
    en="Your loss cannot rise above some 23: the probabilities were clipped before the logarithm. The gradient knows "
    "nothing of that.",
    zh="你的损失涨到 23 左右就不动了：取对数之前概率被截断了，而梯度并没有反映这一点。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, loss=lambda log_p, c: cross_entropy(np.maximum(log_p, np.log(1e-10)), c))


@misconception(
    "gradients-of-the-sum",
    entry="C04",
    en="Your loss is the mean over the batch, but your gradients are those of the sum: the factor 1/n is missing at "
    "the start of the way back.",
    zh="你的损失对批次取了平均，梯度却是总和的梯度：反向传播的起点漏了 1/n。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, upstream=lambda p, c: len(p) * error_of_logits(p, c))


@misconception(
    "averaged-over-classes-too",
    entry="L02",
    en="Your gradients are also divided by the number of classes. The cross-entropy is averaged over the batch only.",
    zh="你的梯度还除以了类别数。交叉熵只对批次取平均。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, upstream=lambda p, c: error_of_logits(p, c) / p.shape[1])


@misconception(
    "loss-summed",
    entry="L02",
    en="Your loss and gradients are sums over the batch. The loss is the mean.",
    zh="你的损失和梯度都对批次求了和。损失应取平均。",
)
def classifier_gradients(x, labels, params):
    return backprop(
        x,
        labels,
        params,
        loss=lambda log_p, c: len(c) * cross_entropy(log_p, c),
        upstream=lambda p, c: len(p) * error_of_logits(p, c),
    )


@misconception(
    "softmax-over-the-batch",
    entry="C05",
    en="Your softmax runs over the samples: the columns sum to 1, not the rows. Each sample has its own distribution "
    "over the classes.",
    zh="你的 softmax 沿样本方向计算：和为 1 的是列，而不是行。每个样本都应有自己的类别分布。",
)
def log_softmax(logits):
    shifted = logits - logits.max(axis=0, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=0, keepdims=True))


@misconception(
    "one-sum-for-all-rows",
    entry="C10",
    en="Your softmax divides by the sum over the whole matrix: all samples together sum to 1.",
    zh="你的 softmax 除以了整个矩阵的总和：所有样本加起来才等于 1。",
)
def log_softmax(logits):
    shifted = logits - logits.max()
    return shifted - np.log(np.exp(shifted).sum())


@misconception(
    "every-label-in-every-row",
    entry="C07",
    en="You indexed with `[:, labels]`: that picks the classes of all samples in every row, not the one class of each.",
    zh="你用了 `[:, labels]` 作索引：它在每一行都取出所有样本的类别，而不是各行取自己的那一个。",
)
def classifier_gradients(x, labels, params):
    def upstream(p, c):
        p = p.copy()
        p[:, c] -= 1
        return p / len(p)

    return backprop(x, labels, params, loss=lambda log_p, c: -np.mean(log_p[:, c]), upstream=upstream)


@misconception(
    "loss-without-logarithm",
    entry="C09",
    en="Your loss is one minus the probability of the right class. The cross-entropy takes its logarithm.",
    zh="你的损失是 1 减去正确类别的概率。交叉熵要对它取对数。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, loss=lambda log_p, c: 1 + cross_entropy(np.exp(log_p), c))


@misconception(
    "diagonal-of-the-softmax-only",
    entry="C08",
    en="Your error reaches only the logit of the right class. The others matter too: each of them is in the sum below "
    "every probability.",
    zh="你的误差只传给了正确类别的 logit。其他 logits 也有影响：每个概率的分母里都有它们。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, upstream=lambda p, c: np.minimum(error_of_logits(p, c), 0))


@misconception(
    "softmax-slope-twice",
    entry="C08",
    en="Your error in the logits holds a factor p(1 - p) too many: p - onehot has passed the softmax already.",
    zh="你传给 logits 的误差多乘了 p(1 - p)：p - onehot 已经是穿过 softmax 之后的梯度了。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, upstream=lambda p, c: error_of_logits(p, c) * p * (1 - p))


@misconception(
    "gradient-sign",
    entry="L04",
    en="All your gradients have the opposite sign: the error is p - onehot, not onehot - p.",
    zh="你的所有梯度符号都反了：误差是 p - onehot，不是 onehot - p。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, upstream=lambda p, c: -error_of_logits(p, c))


@misconception(
    "relu-on-the-logits",
    entry="N06",
    en="Your logits went through a ReLU as well: none of them is negative. Only the hidden layer has one.",
    zh="你对 logits 也做了 ReLU，没有一个是负的。只有隐藏层才用 ReLU。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, output=lambda logits: np.maximum(logits, 0))


@misconception(
    "sigmoid-hidden-layer",
    entry="Y04",
    en="Your hidden layer is a sigmoid. Here it is a ReLU.",
    zh="你的隐藏层用了 sigmoid，而本题用的是 ReLU。",
)
def classifier_gradients(x, labels, params):
    def sigmoid(z):
        return 0.5 * (1 + np.tanh(0.5 * z))

    return backprop(x, labels, params, activation=sigmoid, mask=lambda z, back: back * sigmoid(z) * (1 - sigmoid(z)))


@misconception(
    "hidden-bias-forgotten",
    entry="N01",
    en="Your hidden layer has no bias: b1 was not added.",
    zh="你的隐藏层没有加偏置 b1。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, {**params, "b1": np.zeros_like(params["b1"])})


@misconception(
    "output-bias-forgotten",
    entry="N01",
    en="Your logits have no bias: b2 was not added.",
    zh="你的 logits 没有加偏置 b2。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, {**params, "b2": np.zeros_like(params["b2"])})


@misconception(
    "relu-not-in-the-gradient",
    entry="A05",
    en="Your hidden gradients pass through units that were off: the slope of the ReLU is missing on the way back.",
    zh="你的隐藏层梯度也穿过了没有激活的单元：反向时漏了 ReLU 的斜率。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, mask=lambda z, back: back)


@misconception(
    "relu-slope-one-at-zero",
    entry="A04",
    en="Your ReLU has the slope 1 where the pre-activation is exactly 0. It is 0 there.",
    zh="激活前的值恰好为 0 时，你的 ReLU 斜率取了 1，而那里应取 0。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, mask=lambda z, back: back * (z >= 0))


@misconception(
    "relu-applied-to-the-gradient",
    entry="N08",
    en="You applied the ReLU to the gradient itself: its negative entries are gone. What decides is the sign of the "
    "pre-activation.",
    zh="你对梯度本身做了 ReLU，负的梯度都没了。起决定作用的是激活前的值的符号。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, mask=lambda z, back: np.maximum(back, 0))


@misconception(
    "mask-instead-of-gradient",
    entry="A05",
    en="Your hidden error is the slope of the ReLU alone, ones and zeros: what came back through W2 was lost.",
    zh="你的隐藏层误差只是 ReLU 的斜率（0 和 1），穿过 W2 传回来的量丢掉了。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, mask=lambda z, back: (z > 0).astype(back.dtype))


@misconception(
    "error-through-updated-weights",
    entry="N07",
    en="Your hidden gradients were computed with W2 after a step of gradient descent (learning rate 0.1). The error "
    "must pass through the W2 of the forward pass.",
    zh="你的隐藏层梯度用的是已经更新过的 W2（学习率 0.1）。误差必须穿过前向计算时的那个 W2。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, through=lambda W2, dW2: W2 - 0.1 * dW2)


@misconception(
    "weight-gradient-transposed",
    entry="N05",
    en="Your weight gradients are transposed: a gradient has the shape (in, out) of its weights.",
    zh="你的权重梯度转置了：梯度的形状应与权重相同，即 (输入, 输出)。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, weights=lambda inputs, delta: delta.T @ inputs)


@misconception(
    "averaged-twice",
    entry="N05",
    en="Your weight gradients are divided by the batch size twice: 1/n is in the error of the logits already.",
    zh="你的权重梯度除了两次批次大小：1/n 已经包含在 logits 的误差里了。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, weights=lambda inputs, delta: inputs.T @ delta / len(inputs))


@misconception(
    "bias-gradient-averaged",
    entry="N04",
    en="Your bias gradients are averaged over the batch. They are sums: the 1/n is in the error of the logits already.",
    zh="你的偏置梯度对批次取了平均。这里应当求和：平均已经包含在 logits 的误差里了。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, bias=lambda delta: delta.mean(axis=0))


@misconception(
    "bias-gradient-not-summed",
    entry="N04",
    en="Your bias gradients still have one row per sample. One bias serves the whole batch, so its gradient adds up "
    "what all samples send back.",
    zh="你的偏置梯度仍是每个样本一行。同一个偏置作用于整个批次，它的梯度要把所有样本传回的量加起来。",
)
def classifier_gradients(x, labels, params):
    return backprop(x, labels, params, bias=lambda delta: delta)


@misconception(
    "float64-one-hot",
    entry="X03",
    en="Your gradients are float64 for float32 arguments: `np.eye` (or `np.zeros`) made a float64 one-hot matrix.",
    zh="参数全是 float32，你的梯度却成了 float64：`np.eye`（或 `np.zeros`）建立的 one-hot 矩阵是 float64。",
)
def classifier_gradients(x, labels, params):
    loss, grads = backprop(x, labels, params)
    return loss, {name: g.astype(np.float64) for name, g in grads.items()}


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your gradients are whole numbers where the parameters are integers: arrays made like an integer array cut off "
    "the fraction.",
    zh="参数为整数时，你的梯度也成了整数：仿照整数数组建立的数组会把小数部分截掉。",
)
def classifier_gradients(x, labels, params):
    loss, exact = backprop(x, labels, params)
    grads = {name: np.zeros_like(p) for name, p in params.items()}
    for name, gradient in grads.items():
        gradient[...] = exact[name]
    return loss, grads
