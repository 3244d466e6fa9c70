"""Wrong answers to relu_backward that people really give."""

import numpy as np

from grader.checks import misconception


def as_float(dy, x):
    dtype = np.result_type(dy, x)
    return np.asarray(dy, dtype if dtype.kind == "f" else np.float64)


@misconception(
    "slope-one-at-zero",
    entry="A04",
    en="Your result lets the gradient through where x is exactly 0. The slope there is taken to be 0.",
    zh="x 恰好为 0 的地方，你让梯度通过了。约定那里的斜率为 0。",
)
def relu_backward(dy, x):
    return np.where(x < 0, 0, as_float(dy, x))


@misconception(
    "upstream-ignored",
    entry="A05",
    en="Your result is the slope of ReLU alone, zeros and ones: the gradient that came from behind has no part in it.",
    zh="你的结果只是 ReLU 自身的斜率（0 和 1），后面传回来的梯度没有用上。",
)
def relu_backward(dy, x):
    return (x > 0).astype(as_float(dy, x).dtype)


@misconception(
    "forward-pass",
    entry="A03",
    en="Your result is relu(x), the forward pass: it holds values of x where gradients are asked for.",
    zh="你的结果是 relu(x)，也就是前向计算：题目要的是梯度，你给的却是 x 的值。",
)
def relu_backward(dy, x):
    return np.maximum(x, 0) + 0 * as_float(dy, x)


@misconception(
    "gate-from-upstream",
    entry="A03",
    en="Your result is relu(dy): the sign of the gradient decides what comes through. The sign of x has to.",
    zh="你的结果是 relu(dy)：你按梯度的正负来决定放不放行，而应当看 x 的正负。",
)
def relu_backward(dy, x):
    return np.maximum(as_float(dy, x), 0)


@misconception(
    "arguments-swapped",
    entry="",
    en="You exchanged the arguments: your result holds values of x, let through where dy is positive.",
    zh="两个参数用反了：你的结果是 x 的值，在 dy 为正处放行。",
)
def relu_backward(dy, x):
    return np.where(dy > 0, x, 0) + 0 * as_float(dy, x)


@misconception(
    "times-output",
    entry="A03",
    en="Your result is dy times relu(x): the value of the function stands where its slope belongs.",
    zh="你的结果是 dy 乘 relu(x)：该乘斜率的地方，乘成了函数值。",
)
def relu_backward(dy, x):
    return as_float(dy, x) * np.maximum(x, 0)


@misconception(
    "sign-as-slope",
    entry="",
    en="Your result turns the gradient round where x is negative: that is the slope of |x|. ReLU is flat there.",
    zh="x 为负处，你把梯度变了号：那是 |x| 的斜率。ReLU 在那里是平的。",
)
def relu_backward(dy, x):
    return as_float(dy, x) * np.sign(x).astype(as_float(dy, x).dtype)


@misconception(
    "leaks",
    entry="A07",
    en="Your result lets a hundredth of the gradient through where x is not positive: that is leaky ReLU.",
    zh="x 不为正的地方，你还放过去百分之一的梯度：那是 leaky ReLU。",
)
def relu_backward(dy, x):
    dy = as_float(dy, x)
    return np.where(x > 0, dy, 0.01 * dy)


@misconception(
    "gate-inverted",
    entry="",
    en="Your gate is the wrong way round: it lets the gradient through where x is negative, not where it is positive.",
    zh="你的闸门装反了：x 为负处放行，x 为正处反而挡住。",
)
def relu_backward(dy, x):
    return np.where(x < 0, as_float(dy, x), 0)


@misconception(
    "averaged-over-batch",
    entry="N05",
    en="You divided the gradient by the number of rows. The mean of the loss is in dy already.",
    zh="你把梯度又除以了行数。损失里的平均已经包含在 dy 里了。",
)
def relu_backward(dy, x):
    dy = as_float(dy, x)
    return np.where(x > 0, dy, 0) / len(dy)


@misconception(
    "changes-upstream-in-place",
    entry="X02",
    en="You wrote the zeros into the caller's dy: `dx = dy` gives the same array a second name, it does not copy.",
    zh="你把 0 写进了调用者的 dy：`dx = dy` 只是给同一个数组另起名字，并没有复制。",
)
def relu_backward(dy, x):
    dx = dy
    dx[x <= 0] = 0
    return dx


@misconception(
    "if-on-array",
    entry="X12",
    en="You asked `if x > 0` of a whole array, which has no single answer. The decision is made for each element.",
    zh="你对整个数组用了 `if x > 0`，而数组没有唯一的真假值。要逐元素判断。",
)
def relu_backward(dy, x):
    return as_float(dy, x) if x > 0 else np.zeros_like(as_float(dy, x))


@misconception(
    "integers-stay",
    entry="X03",
    en="Your gradients are integers where dy and x are. Gradients are real numbers: compute integers as float64.",
    zh="dy 和 x 是整数时，你返回的梯度也是整数。梯度是实数：整数应按 float64 计算。",
)
def relu_backward(dy, x):
    return dy * (x > 0)


@misconception(
    "float64-always",
    entry="X16",
    en="Your result is float64 for float32 arguments. An array made without a dtype is float64; it should have dy's.",
    zh="参数是 float32，你却返回了 float64。不指定 dtype 新建的数组是 float64，应沿用 dy 的 dtype。",
)
def relu_backward(dy, x):
    dx = np.zeros(dy.shape)
    dx[x > 0] = dy[x > 0]
    return dx
