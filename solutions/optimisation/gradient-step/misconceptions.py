"""Wrong answers to gradient_step that people really give."""

import numpy as np

from grader.checks import misconception


@misconception(
    "plus-not-minus",
    entry="G04",
    en="Your step goes up the gradient: the result is theta plus the step. Descent goes the other way.",
    zh="你的一步是沿着梯度上坡：结果是 theta 加上了步长。下降应往反方向走。",
)
def gradient_step(theta, grad, lr):
    return theta + lr * grad


@misconception(
    "no-learning-rate",
    entry="",
    en="Your step is the whole gradient: the learning rate has no part in the result.",
    zh="你的一步减去了整个梯度，学习率没有起作用。",
)
def gradient_step(theta, grad, lr):
    return theta - grad


@misconception(
    "fixed-learning-rate",
    entry="X04",
    en="Your step has a learning rate of 0.01 (the source's default) whatever `lr` is.",
    zh="不论 `lr` 是多少，你用的学习率总是 0.01（原文代码里的默认值）。",
)
def gradient_step(theta, grad, lr):
    return theta - 0.01 * grad


@misconception(
    "scales-theta-too",
    entry="",
    en="Your result is the learning rate times the difference of theta and gradient. "
    "The learning rate belongs to the gradient alone: look at your brackets.",
    zh="你的结果是学习率乘以（theta 减梯度）。学习率只乘梯度，请检查括号。",
)
def gradient_step(theta, grad, lr):
    return lr * (theta - grad)


@misconception(
    "step-alone",
    entry="",
    en="Your result is the step, learning rate times gradient, not the parameters after the step.",
    zh="你返回的是步长本身（学习率乘梯度），而不是走完一步之后的参数。",
)
def gradient_step(theta, grad, lr):
    return lr * grad


@misconception(
    "averages-again",
    entry="G05",
    en="You averaged the gradient over its first axis. That axis belongs to the parameters, not to a batch: "
    "the gradient has the shape of theta, and each element has its own.",
    zh="你对梯度的第一个轴取了平均。这个轴属于参数，不是批次：梯度与 theta 形状相同，每个元素用自己的梯度。",
)
def gradient_step(theta, grad, lr):
    return theta - lr * np.mean(grad, axis=0)


@misconception(
    "unit-length-gradient",
    entry="",
    en="You divided the gradient by its length, so that every step is equally long. "
    "A plain step is proportional to the gradient.",
    zh="你把梯度除以了它的长度，于是每一步都一样长。普通的梯度下降，步长与梯度大小成正比。",
)
def gradient_step(theta, grad, lr):
    return theta - lr * grad / np.sqrt(np.sum(np.square(grad, dtype=float)))


@misconception(
    "sign-of-gradient",
    entry="",
    en="Your step uses only the sign of the gradient: every element moves by exactly the learning rate.",
    zh="你只用了梯度的符号：每个元素都恰好移动一个学习率那么远。",
)
def gradient_step(theta, grad, lr):
    return theta - lr * np.sign(grad)


@misconception(
    "changes-in-place",
    entry="X02",
    en="Your step is written into the caller's theta. `-=` changes an array in place; "
    "the old parameters are still needed.",
    zh="你把结果写进了调用者的 theta。`-=` 会原地修改数组，而调用者还要用旧的参数。",
)
def gradient_step(theta, grad, lr):
    theta -= lr * grad
    return theta


@misconception(
    "returns-nothing",
    entry="G07",
    en="Your function computes new parameters, but only its local name refers to them: "
    "assigning to a parameter of a function does not reach the caller.",
    zh="你算出了新的参数，但只赋给了函数内部的名字：给形参重新赋值，调用者是看不到的。",
)
def gradient_step(theta, grad, lr):
    theta = theta - lr * grad


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your result has the integer dtype of theta, so that its fractions are cut off. "
    "Let the result take a floating-point dtype.",
    zh="你的结果沿用了 theta 的整数 dtype，小数部分被截掉了。结果应使用浮点类型。",
)
def gradient_step(theta, grad, lr):
    new = np.empty_like(theta)
    new[...] = theta - lr * grad
    return new


@misconception(
    "integers-raise",
    entry="X03",
    en="You copied theta and subtracted in place. An array of integers cannot take a fraction in place, "
    "so NumPy raises an error: subtract into a new array.",
    zh="你先复制 theta 再原地相减。整数数组不能原地减去小数，NumPy 会报错：应把差放进新数组。",
)
def gradient_step(theta, grad, lr):
    new = theta.copy()
    new -= lr * grad
    return new
