"""Wrong answers to neuron that people really give."""

import math

import numpy as np

from grader.checks import misconception


def logistic(z):
    """The sigmoid, elementwise and without overflow."""
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(z, dtype=float)))


@misconception(
    "no-bias",
    entry="N01",
    en="Your result is the one for a bias of zero: the bias that is passed in has no part in it.",
    zh="你的结果相当于偏置为零：传入的偏置没有起作用。",
)
def neuron(x, w, b):
    return logistic(np.dot(w, x))


@misconception(
    "bias-before-the-product",
    entry="N01",
    en="You added the bias to the inputs, so that the weights multiply it too. It belongs to the finished sum.",
    zh="你把偏置加到了输入上，于是它也被权重乘了一遍。偏置应加在求和的结果上。",
)
def neuron(x, w, b):
    return logistic(np.dot(w, x + b))


@misconception(
    "bias-for-every-input",
    entry="N01",
    en="Your sum holds the bias once for every input: it was added inside the sum, not after it.",
    zh="你的和里偏置出现了 d 次：它被加在了求和号里面，而不是求和之后。",
)
def neuron(x, w, b):
    return logistic(np.sum(np.asarray(w) * x + b))


@misconception(
    "bias-subtracted",
    entry="N01",
    en="You subtracted the bias, as one does with a threshold. Here it is added.",
    zh="你减去了偏置，那是“阈值”的写法。本题的偏置是加上去的。",
)
def neuron(x, w, b):
    return logistic(np.dot(w, x) - b)


@misconception(
    "no-activation",
    entry="",
    en="Your result is the weighted sum itself: it did not go through the sigmoid.",
    zh="你返回的是加权和本身，没有通过 sigmoid。",
)
def neuron(x, w, b):
    return np.dot(np.asarray(w, dtype=float), x) + b


@misconception(
    "fires-or-not",
    entry="",
    en="Your result is 0 or 1: a step was taken at zero, as in Rosenblatt's perceptron. The sigmoid changes smoothly.",
    zh="你的结果只有 0 和 1：这是感知机的阶跃函数。sigmoid 是平滑变化的。",
)
def neuron(x, w, b):
    return float(np.dot(w, x) + b > 0)


@misconception(
    "tanh-for-sigmoid",
    entry="",
    en="Your result lies between -1 and 1: it is the hyperbolic tangent of the sum, not its sigmoid.",
    zh="你的结果在 -1 和 1 之间：这是加权和的双曲正切，不是 sigmoid。",
)
def neuron(x, w, b):
    return np.tanh(np.dot(w, x) + b)


@misconception(
    "exponent-sign",
    entry="",
    en="Your result is 1 minus the right one: the sign in the exponent is the wrong way round, so that the neuron "
    "fires less the larger the sum is.",
    zh="你的结果等于 1 减去正确值：指数的符号反了，加权和越大，神经元反而越不激活。",
)
def neuron(x, w, b):
    return logistic(-(np.dot(np.asarray(w, dtype=float), x) + b))


@misconception(
    "not-summed",
    entry="X11",
    en="Your result has one number per input: the products were not added up (`*` is not `@`).",
    zh="你的结果每个输入各有一个数：乘积没有加起来（`*` 不是 `@`）。",
)
def neuron(x, w, b):
    return logistic(np.asarray(w) * x + b)


@misconception(
    "outer-product",
    entry="X11",
    en="Your result is a table: every weight was multiplied with every input. Each weight has one input of its own.",
    zh="你的结果是一张表：每个权重和每个输入都乘了一遍。其实每个权重只对应自己的那个输入。",
)
def neuron(x, w, b):
    return logistic(np.outer(w, x) + b)


@misconception(
    "array-of-one",
    entry="X06",
    en="Your result is an array that holds one number: weights or inputs were made a matrix first.",
    zh="你返回的是只含一个数的数组：权重或输入先被变成了矩阵。",
)
def neuron(x, w, b):
    return logistic(np.reshape(w, (1, -1)) @ x + b)


@misconception(
    "mean-for-sum",
    entry="",
    en="You averaged the products: your sum is divided by the number of inputs.",
    zh="你对乘积取了平均：加权和被除以了输入的个数。",
)
def neuron(x, w, b):
    return logistic(np.mean(np.asarray(w) * x) + b)


@misconception(
    "inputs-activated",
    entry="",
    en="You applied the sigmoid to each input before weighing. It belongs after the sum.",
    zh="你先对每个输入取了 sigmoid，再加权。sigmoid 应放在求和之后。",
)
def neuron(x, w, b):
    return np.dot(w, logistic(x)) + b


@misconception(
    "exponential-overflows",
    entry="A01",
    en="Your exponential of -z overflows for a large negative z. Both forms of the formula are needed, each where its "
    "exponent is not positive.",
    zh="z 是很大的负数时，你的 e^(-z) 溢出了。公式的两种写法都要用上，各用在指数不为正的那一侧。",
)
def neuron(x, w, b):
    return 1 / (1 + np.exp(-(np.dot(np.asarray(w, dtype=float), x) + b)))


@misconception(
    "other-exponential-overflows",
    entry="A01",
    en="Your form with e^z overflows for a large positive z. Both forms of the formula are needed, each where its "
    "exponent is not positive.",
    zh="z 是很大的正数时，你用的 e^z 溢出了。公式的两种写法都要用上，各用在指数不为正的那一侧。",
)
def neuron(x, w, b):
    e = np.exp(np.dot(np.asarray(w, dtype=float), x) + b)
    return e / (1 + e)


@misconception(
    "math-exp-raises",
    entry="A01",
    en="`math.exp` raises an OverflowError for large numbers, here for -z where z is large and negative. "
    "Choose the form of the formula by the sign of z.",
    zh="数很大时 `math.exp` 会抛出 OverflowError，这里是 z 为很大的负数时的 -z。请按 z 的符号选择公式的写法。",
)
def neuron(x, w, b):
    return 1 / (1 + math.exp(-(np.dot(np.asarray(w, dtype=float), x) + b)))


@misconception(
    "weights-changed",
    entry="X02",
    en="You wrote the products into the caller's weights: `*=` changes an array in place.",
    zh="你把乘积写进了调用者的权重里：`*=` 会原地修改数组。",
)
def neuron(x, w, b):
    w *= x
    return logistic(w.sum() + b)
