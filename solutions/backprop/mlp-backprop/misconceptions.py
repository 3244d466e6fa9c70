"""Wrong answers to mlp_backprop that people really give."""

import numpy as np

from grader.checks import misconception


def backprop(
    arrays,
    upstream=lambda error: 2 * error / error.size,
    slope=lambda z, a: a * (1 - a),
    through=lambda W2, dW2: W2,
    weights=lambda inputs, delta: inputs.T @ delta,
    bias=lambda delta: delta.sum(axis=0),
    loss=lambda error: np.mean(error**2),
):
    """The right answer, unless one of its steps is replaced."""
    x, y, W1, b1, W2, b2 = as_float(*arrays)
    z = x @ W1 + b1
    a = sigmoid(z)
    error = a @ W2 + b2 - y
    d_output = upstream(error)
    dW2 = weights(a, d_output)
    d_hidden = (d_output @ through(W2, dW2).T) * slope(z, a)
    grads = {"W1": weights(x, d_hidden), "b1": bias(d_hidden), "W2": dW2, "b2": bias(d_output)}
    return loss(error), grads


@misconception(
    "gradients-of-the-sum",
    entry="C04",
    en="Your loss is the mean, but your gradients are those of the sum: the factor 1/(n·k) is missing at the "
    "start of the way back.",
    zh="你的损失取了平均，梯度却是总和的梯度：反向传播的起点漏了 1/(n·k)。",
)
def mlp_backprop(*arrays):
    return backprop(arrays, upstream=lambda error: 2 * error)


@misconception(
    "gradients-averaged-over-batch-only",
    entry="L02",
    en="Your gradients are divided by the number of samples only. The loss is the mean over all n·k elements, so "
    "look at the start of the way back.",
    zh="你的梯度只除以了样本数 n，而损失是对全部 n·k 个元素的平均。请检查反向传播的起点。",
)
def mlp_backprop(*arrays):
    return backprop(arrays, upstream=lambda error: 2 * error / len(error))


@misconception(
    "factor-two-missing",
    entry="L03",
    en="Your gradients are half of the right ones: the 2 that comes from the derivative of the square is missing.",
    zh="你的梯度是正确值的一半：对平方求导产生的系数 2 漏掉了。",
)
def mlp_backprop(*arrays):
    return backprop(arrays, upstream=lambda error: error / error.size)


@misconception(
    "gradient-sign",
    entry="L04",
    en="All your gradients have the opposite sign: the error that is sent back is ŷ - y, not y - ŷ.",
    zh="你的所有梯度符号都反了：往回传的误差是 ŷ - y，不是 y - ŷ。",
)
def mlp_backprop(*arrays):
    return backprop(arrays, upstream=lambda error: -2 * error / error.size)


@misconception(
    "loss-summed-over-outputs",
    entry="L02",
    en="Your loss and gradients are k times the right ones: you summed over the outputs and averaged over the "
    "samples only.",
    zh="你的损失和梯度都是正确值的 k 倍：你对各个输出求了和，只对样本取了平均。",
)
def mlp_backprop(*arrays):
    return backprop(
        arrays,
        upstream=lambda error: 2 * error / len(error),
        loss=lambda error: np.sum(error**2) / len(error),
    )


@misconception(
    "half-mse",
    entry="E02",
    en="Your loss and gradients are half of the right ones: this is the variant of the loss with 1/(2·n·k).",
    zh="你的损失和梯度都是正确值的一半：这是带 1/(2·n·k) 的变体。",
)
def mlp_backprop(*arrays):
    return backprop(arrays, upstream=lambda error: error / error.size, loss=lambda error: np.mean(error**2) / 2)


@misconception(
    "bias-gradient-averaged",
    entry="N04",
    en="Your bias gradients are averaged over the batch. They are sums: the mean is already in the error that is "
    "sent back.",
    zh="你的偏置梯度对批次取了平均。这里应当求和：平均已经包含在往回传的误差里了。",
)
def mlp_backprop(*arrays):
    return backprop(arrays, bias=lambda delta: delta.mean(axis=0))


@misconception(
    "bias-gradient-not-summed",
    entry="N04",
    en="Your bias gradients still have one row per sample. One bias serves the whole batch, so its gradient adds "
    "up what all samples send back.",
    zh="你的偏置梯度仍是每个样本一行。同一个偏置作用于整个批次，它的梯度要把所有样本传回的量加起来。",
)
def mlp_backprop(*arrays):
    return backprop(arrays, bias=lambda delta: delta)


@misconception(
    "weight-gradient-transposed",
    entry="N05",
    en="Your weight gradients are transposed: a gradient has the shape (in, out) of its weights.",
    zh="你的权重梯度转置了：梯度的形状应与权重相同，即 (输入, 输出)。",
)
def mlp_backprop(*arrays):
    return backprop(arrays, weights=lambda inputs, delta: delta.T @ inputs)


@misconception(
    "sigmoid-slope-missing",
    entry="",
    en="Your gradients of the hidden layer do not contain the slope of the sigmoid: the error passed it as if the "
    "layer were linear.",
    zh="你的隐藏层梯度里没有 sigmoid 的斜率：误差直接穿了过去，好像这一层是线性的。",
)
def mlp_backprop(*arrays):
    return backprop(arrays, slope=lambda z, a: 1.0)


@misconception(
    "sigmoid-slope-of-pre-activation",
    entry="A03",
    en="Your slope of the sigmoid is z(1 - z) of the pre-activation. The form s(1 - s) holds for the activation.",
    zh="你用激活前的值算了 z(1 - z)。s(1 - s) 这个形式里的 s 是激活后的值。",
)
def mlp_backprop(*arrays):
    return backprop(arrays, slope=lambda z, a: z * (1 - z))


@misconception(
    "sigmoid-slope-applied-twice",
    entry="A03",
    en="Your slope of the sigmoid is taken at the activation: the sigmoid was applied to its own result once more.",
    zh="你在激活值处又算了一次 sigmoid 的导数：对已经激活的值再次套用了 sigmoid。",
)
def mlp_backprop(*arrays):
    return backprop(arrays, slope=lambda z, a: sigmoid(a) * (1 - sigmoid(a)))


@misconception(
    "tanh-slope",
    entry="Y04",
    en="Your slope is 1 - a²: that is the one of tanh. The hidden layer is a sigmoid.",
    zh="你用的斜率 1 - a² 是 tanh 的。本题的隐藏层是 sigmoid。",
)
def mlp_backprop(*arrays):
    return backprop(arrays, slope=lambda z, a: 1 - a**2)


@misconception(
    "error-through-updated-weights",
    entry="N07",
    en="Your hidden gradients were computed with W2 after a step of gradient descent (learning rate 0.1). The error "
    "must pass through the W2 of the forward pass.",
    zh="你的隐藏层梯度用的是已经更新过的 W2（学习率 0.1）。误差必须穿过前向计算时的那个 W2。",
)
def mlp_backprop(*arrays):
    return backprop(arrays, through=lambda W2, dW2: W2 - 0.1 * dW2)


@misconception(
    "sigmoid-on-the-output",
    entry="N06",
    en="Your predictions lie between 0 and 1: the sigmoid was applied to the output layer too, which is linear.",
    zh="你的预测值都在 0 和 1 之间：输出层也套了 sigmoid，而它应当是线性的。",
)
def mlp_backprop(*arrays):
    x, y, W1, b1, W2, b2 = as_float(*arrays)
    a = sigmoid(x @ W1 + b1)
    y_hat = sigmoid(a @ W2 + b2)
    error = y_hat - y
    d_output = 2 * error / error.size * y_hat * (1 - y_hat)
    d_hidden = (d_output @ W2.T) * a * (1 - a)
    return np.mean(error**2), {
        "W1": x.T @ d_hidden,
        "b1": d_hidden.sum(axis=0),
        "W2": a.T @ d_output,
        "b2": d_output.sum(axis=0),
    }


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your gradients are whole numbers where the parameters are integers: arrays made like an integer array "
    "cut off the fraction.",
    zh="参数为整数时，你的梯度也成了整数：仿照整数数组建立的数组会把小数部分截掉。",
)
def mlp_backprop(x, y, W1, b1, W2, b2):
    loss, exact = backprop([x, y, W1, b1, W2, b2])
    grads = {
        "W1": np.zeros_like(W1),
        "b1": np.zeros_like(b1),
        "W2": np.zeros_like(W2),
        "b2": np.zeros_like(b2),
    }
    for name, gradient in grads.items():
        gradient[...] = exact[name]
    return loss, grads


@misconception(
    "sigmoid-overflows",
    entry="A01",
    en="Your exponential overflows for large negative pre-activations. Write the sigmoid so that the exponent is "
    "never large and positive.",
    zh="激活前的值是很大的负数时，你的指数溢出了。换一种写法，让指数永远不会是很大的正数。",
)
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
