"""Wrong answers to mse_grad that people really give."""

import numpy as np

from grader.checks import misconception


def difference(y, y_hat):
    y, y_hat = as_float(y, y_hat)
    return y_hat - y


@misconception(
    "sign-reversed",
    entry="L04",
    en="Your gradient has the opposite sign: that is the derivative with respect to y, not to the prediction.",
    zh="你的梯度符号反了：这是对 y 的导数，不是对预测值的导数。",
)
def mse_grad(y, y_hat):
    error = difference(y, y_hat)
    return -2 * error / error.size


@misconception(
    "gradient-of-the-sum",
    entry="C04",
    en="Your result is the gradient of the sum of squares: the loss is a mean, so its gradient is divided by the "
    "number of elements too.",
    zh="你的结果是平方和的梯度。损失是平均值，它的梯度也要除以元素个数。",
)
def mse_grad(y, y_hat):
    return 2 * difference(y, y_hat)


@misconception(
    "as-in-the-source",
    entry="",
    en="Your result is that of the source's code: its sign is reversed and it is not divided by the number of "
    "elements.",
    zh="你的结果与原文代码相同：符号反了，也没有除以元素个数。",
)
def mse_grad(y, y_hat):
    return -2 * difference(y, y_hat)


@misconception(
    "factor-two-missing",
    entry="L03",
    en="Your gradient is half of the right one: the 2 that comes from the derivative of the square is missing. "
    "Without it the gradient belongs to a loss with 1/(2N).",
    zh="你的梯度是正确值的一半：对平方求导产生的 2 漏掉了。没有它，梯度对应的是带 1/(2N) 的损失。",
)
def mse_grad(y, y_hat):
    error = difference(y, y_hat)
    return error / error.size


@misconception(
    "averaged-over-batch-only",
    entry="L02",
    en="Your gradient is divided by the number of samples only. The loss is the mean over all elements.",
    zh="你的梯度只除以了样本数，而损失是对所有元素的平均。",
)
def mse_grad(y, y_hat):
    return 2 * difference(y, y_hat) / len(y)


@misconception(
    "one-number",
    entry="",
    en="Your result is one number, the mean of all derivatives. Each prediction has a derivative of its own.",
    zh="你返回的是一个数，即所有导数的平均。每个预测值都有自己的导数，不应再求平均。",
)
def mse_grad(y, y_hat):
    return np.mean(2 * difference(y, y_hat))


@misconception(
    "averaged-away-the-batch",
    entry="",
    en="Your result has lost the batch axis: you averaged the derivatives over the samples. The gradient has the "
    "shape of the predictions.",
    zh="你的结果少了批次轴：你对样本求了平均。梯度应与预测值形状相同。",
)
def mse_grad(y, y_hat):
    return np.mean(2 * difference(y, y_hat), axis=0)


@misconception(
    "loss-not-gradient",
    entry="",
    en="Your result is the loss itself. Its derivative with respect to each prediction is asked for.",
    zh="你返回的是损失本身，题目要的是它对每个预测值的导数。",
)
def mse_grad(y, y_hat):
    return np.mean(difference(y, y_hat) ** 2)


@misconception(
    "sign-of-the-error",
    entry="",
    en="Your derivatives have all the same size: that is the gradient of the mean absolute error. The slope of a "
    "square grows with the error.",
    zh="你的各个导数大小都一样，那是平均绝对误差的梯度。平方的斜率会随误差增大。",
)
def mse_grad(y, y_hat):
    error = difference(y, y_hat)
    return np.sign(error) / error.size


@misconception(
    "integers-wrap",
    entry="T08",
    en="Unsigned integers wrap around when they are subtracted. Convert to floating point first.",
    zh="无符号整数相减会回绕，先转换成浮点数再减。",
)
def mse_grad(y, y_hat):
    error = y_hat - y
    return 2 * error / error.size


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your result has the integer dtype of the predictions, so that its fractions are cut off.",
    zh="你的结果沿用了预测值的整数 dtype，小数部分被截掉了。",
)
def mse_grad(y, y_hat):
    error = difference(y, y_hat)
    gradient = np.zeros_like(y_hat)
    gradient[...] = 2 * error / error.size
    return gradient


@misconception(
    "float32-becomes-float64",
    entry="",
    en="Your result is float64 where the arguments are float32. A gradient keeps the dtype of its arguments.",
    zh="参数是 float32 时，你的结果却是 float64。梯度应保持参数的 dtype。",
)
def mse_grad(y, y_hat):
    error = np.asarray(y_hat, dtype=np.float64) - y
    return 2 * error / error.size


@misconception(
    "changes-the-predictions",
    entry="X02",
    en="Your difference is written into the caller's predictions: `-=` changes an array in place.",
    zh="你把差写进了调用者的预测值数组：`-=` 会原地修改数组。",
)
def mse_grad(y, y_hat):
    y_hat -= y
    return 2 * y_hat / y_hat.size
