"""Wrong answers to dense_backward that people really give."""

import numpy as np

from grader.checks import misconception


def as_float(dy, x, W):
    dtype = np.result_type(dy, x, W)
    return [np.asarray(a, dtype if dtype.kind == "f" else np.float64) for a in (dy, x, W)]


def gradients(arguments, dx=None, dW=None, db=None):
    """The right answer, unless one of its parts is replaced."""
    dy, x, W = as_float(*arguments)
    return (
        dx(dy, x, W) if dx else dy @ W.T,
        dW(dy, x, W) if dW else x.T @ dy,
        db(dy, x, W) if db else dy.sum(axis=0),
    )


@misconception(
    "bias-gradient-not-summed",
    entry="N04",
    en="Your db is dy itself, one row per sample. One bias serves the whole batch, so its gradient adds up the rows.",
    zh="你的 db 就是 dy 本身，每个样本一行。整个批次共用一个偏置，它的梯度要把各行加起来。",
)
def dense_backward(*arguments):
    return gradients(arguments, db=lambda dy, x, W: dy)


@misconception(
    "bias-gradient-averaged",
    entry="N04",
    en="Your db is the mean of dy over the batch. It is a sum here: the mean of the loss is in dy already.",
    zh="你的 db 是 dy 对批次的平均。这里应当求和：损失里的平均已经包含在 dy 里了。",
)
def dense_backward(*arguments):
    return gradients(arguments, db=lambda dy, x, W: dy.mean(axis=0))


@misconception(
    "bias-gradient-keeps-axis",
    entry="X06",
    en="Your db has the shape (1, m). The bias is a vector (m,), and so is its gradient.",
    zh="你的 db 形状是 (1, m)。偏置是向量 (m,)，它的梯度也应如此。",
)
def dense_backward(*arguments):
    return gradients(arguments, db=lambda dy, x, W: dy.sum(axis=0, keepdims=True))


@misconception(
    "bias-gradient-over-outputs",
    entry="X05",
    en="Your db adds up the outputs of each sample. The other axis, that of the samples, is the one to add up.",
    zh="你的 db 把每个样本的各个输出加了起来。应当沿另一个轴（样本的轴）相加。",
)
def dense_backward(*arguments):
    return gradients(arguments, db=lambda dy, x, W: dy.sum(axis=1))


@misconception(
    "bias-gradient-one-number",
    entry="X05",
    en="Your db is a single number, the sum of all of dy. There is one bias for each output.",
    zh="你的 db 是一个数，把 dy 全部加在了一起。每个输出各有一个偏置。",
)
def dense_backward(*arguments):
    return gradients(arguments, db=lambda dy, x, W: dy.sum())


@misconception(
    "kernel-gradient-transposed",
    entry="N05",
    en="Your dW is transposed, (out, in). A gradient has the shape of its weights, (in, out).",
    zh="你的 dW 转置了，是（输出，输入）。梯度的形状应与权重相同，即（输入，输出）。",
)
def dense_backward(*arguments):
    return gradients(arguments, dW=lambda dy, x, W: dy.T @ x)


@misconception(
    "kernel-gradient-averaged",
    entry="N05",
    en="Your dW is divided by the number of samples. The mean belongs to the loss and is in dy already.",
    zh="你的 dW 除以了样本数。平均属于损失，已经包含在 dy 里了。",
)
def dense_backward(*arguments):
    return gradients(arguments, dW=lambda dy, x, W: x.T @ dy / len(x))


@misconception(
    "parameter-gradients-averaged",
    entry="N05",
    en="Your dW and db are divided by the number of samples. The mean belongs to the loss and is in dy already.",
    zh="你的 dW 和 db 都除以了样本数。平均属于损失，已经包含在 dy 里了。",
)
def dense_backward(*arguments):
    return gradients(arguments, dW=lambda dy, x, W: x.T @ dy / len(x), db=lambda dy, x, W: dy.mean(axis=0))


@misconception(
    "all-averaged",
    entry="N05",
    en="All your gradients are divided by the number of samples. The mean belongs to the loss and is in dy already.",
    zh="你的三个梯度都除以了样本数。平均属于损失，已经包含在 dy 里了。",
)
def dense_backward(*arguments):
    return [part / len(arguments[0]) for part in gradients(arguments)]


@misconception(
    "kernel-gradient-from-sums",
    entry="X11",
    en="Your dW multiplies the summed inputs by the summed gradients. Multiply within each sample first, then add up.",
    zh="你的 dW 是“输入之和”乘“梯度之和”。要先在每个样本内相乘，再对样本相加。",
)
def dense_backward(*arguments):
    return gradients(arguments, dW=lambda dy, x, W: np.outer(x.sum(axis=0), dy.sum(axis=0)))


@misconception(
    "input-gradient-untransposed-kernel",
    entry="N02",
    en="Your dx multiplies dy by W as it is, as the forward pass does. Going back, W is transposed.",
    zh="你的 dx 像前向那样直接用 dy 乘 W。反向时 W 要转置。",
)
def dense_backward(*arguments):
    return gradients(arguments, dx=lambda dy, x, W: dy @ W)


@misconception(
    "input-gradient-transposed",
    entry="N02",
    en="Your dx is transposed, (d, n): it has one column for each sample. Samples are rows.",
    zh="你的 dx 转置了，是 (d, n)，每列一个样本。样本应当按行排。",
)
def dense_backward(*arguments):
    return gradients(arguments, dx=lambda dy, x, W: W @ dy.T)


@misconception(
    "input-gradient-summed",
    entry="N05",
    en="Your dx is added up over the batch. Sum only what all samples share; each has an input of its own.",
    zh="你把 dx 也对批次求和了。只有全体样本共用的量才求和，输入是每个样本各有各的。",
)
def dense_backward(*arguments):
    return gradients(arguments, dx=lambda dy, x, W: (dy @ W.T).sum(axis=0))


@misconception(
    "input-gradient-gated",
    entry="N08",
    en="Your dx is 0 wherever x is not positive, as behind a ReLU. This layer has no activation: that is another step.",
    zh="凡是 x 不为正的地方，你的 dx 都成了 0，好像前面还有 ReLU。这一层没有激活函数，那是另一个步骤。",
)
def dense_backward(*arguments):
    return gradients(arguments, dx=lambda dy, x, W: (dy @ W.T) * (x > 0))


@misconception(
    "upstream-ignored",
    entry="A05",
    en="Your gradients are those of the sum of all outputs: dy has no part in them, as if it were all ones.",
    zh="你的梯度是“全部输出之和”的梯度：dy 没有用上，相当于把它当成了全 1。",
)
def dense_backward(dy, x, W):
    return gradients((np.ones_like(dy), x, W))


@misconception(
    "order-of-results",
    entry="",
    en="Your gradients come as (dW, db, dx). The order asked for is (dx, dW, db).",
    zh="你返回的顺序是 (dW, db, dx)，题目要求的是 (dx, dW, db)。",
)
def dense_backward(*arguments):
    dx, dW, db = gradients(arguments)
    return dW, db, dx


@misconception(
    "integers-stay",
    entry="X03",
    en="Your gradients are integers where all arguments are. Gradients are real numbers: compute integers as float64.",
    zh="参数全是整数时，你返回的梯度也是整数。梯度是实数：整数应按 float64 计算。",
)
def dense_backward(dy, x, W):
    return dy @ W.T, x.T @ dy, dy.sum(axis=0)


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your gradients were put into arrays made like x and W. Where these are integers, the fractions are cut off.",
    zh="你把梯度放进了仿照 x 和 W 建立的数组。它们是整数时，小数部分就被截掉了。",
)
def dense_backward(*arguments):
    _, x, W = arguments
    right = gradients(arguments)
    dx, dW = np.zeros_like(x), np.zeros_like(W)
    dx[...], dW[...] = right[:2]
    return dx, dW, right[2]


@misconception(
    "float64-always",
    entry="X16",
    en="Your gradients are float64 for float32 arguments. Arrays made without a dtype are float64.",
    zh="参数是 float32，你的梯度却是 float64。不指定 dtype 新建的数组是 float64。",
)
def dense_backward(*arguments):
    return [part.astype(np.float64) for part in gradients(arguments)]


@misconception(
    "changes-upstream-in-place",
    entry="X02",
    en="You divided the caller's dy in place (`dy /= n`). The arguments stay as they are, and no mean is due here.",
    zh="你原地修改了调用者的 dy（`dy /= n`）。不得修改参数，而且这里也不该取平均。",
)
def dense_backward(dy, x, W):
    dy /= len(dy)
    return gradients((dy, x, W))
