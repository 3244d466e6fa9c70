"""The faults of S0 4.2 that stay in a repair, and those that come in with one."""

import numpy as np

from grader.checks import misconception


@misconception(
    "prediction-as-target",
    entry="",
    en="Your error is zero everywhere: y was overwritten with the prediction, so that the prediction is compared with "
    "itself.",
    zh="你的误差处处为零：y 被预测值覆盖了，等于拿预测值与自己比较。",
)
def mse_gradient(theta, x, y):
    y = x @ theta
    return 2 * x.T @ (x @ theta - y) / len(y)


@misconception(
    "input-as-prediction",
    entry="",
    en="You compare the input x with the target, as the printed call `gradient_descent(y, x)` does. "
    "The prediction is x @ theta.",
    zh="你拿输入 x 与目标值比较，和原文的调用 `gradient_descent(y, x)` 一样。预测值应当是 x @ theta。",
)
def mse_gradient(theta, x, y):
    return np.mean(2 * (x - y[:, None]), axis=0)


@misconception(
    "chain-rule-missing",
    entry="",
    en="Your gradient has one entry for each sample: it is the one with respect to the prediction. "
    "The derivative of the prediction with respect to theta is still to come.",
    zh="你的梯度每个样本一个分量，是对预测值的梯度，还没有乘上预测值对 theta 的导数。",
)
def mse_gradient(theta, x, y):
    return 2 * (x @ theta - y) / len(y)


@misconception(
    "sign-reversed",
    entry="L04",
    en="Your gradient has the sign of y - ŷ, as printed, so that every update climbs. "
    "Look at what the inner minus does to the derivative.",
    zh="你的梯度沿用了原文 y - ŷ 的符号，于是每次更新都在爬坡。注意括号里的负号在求导时的作用。",
)
def mse_gradient(theta, x, y):
    return 2 * x.T @ (y - x @ theta) / len(y)


@misconception(
    "sum-not-mean",
    entry="G05",
    en="Your gradient is that of the sum of the squared errors, n times too long: the 1/n of the mean is missing.",
    zh="你的梯度是平方误差之和的梯度，大了 n 倍：少了求平均的 1/n。",
)
def mse_gradient(theta, x, y):
    return 2 * x.T @ (x @ theta - y)


@misconception(
    "factor-two-missing",
    entry="L03",
    en="Your gradient is half of that of mse: the 2 that comes from the square is missing.",
    zh="你的梯度只有 mse 梯度的一半：少了平方求导带来的 2。",
)
def mse_gradient(theta, x, y):
    return x.T @ (x @ theta - y) / len(y)


@misconception(
    "one-number-for-all",
    entry="X05",
    en="You averaged over the parameters as well and have one number for all of them. Average over the samples only.",
    zh="你把各个参数也一起平均了，所有参数共用一个数。只应对样本取平均。",
)
def mse_gradient(theta, x, y):
    return np.mean(2 * x * (x @ theta - y)[:, None])


@misconception(
    "one-step-only",
    entry="",
    en="Your parameters are those after one update, as printed: `steps` is not used.",
    zh="你的参数只更新了一次，和原文一样：没有用到 `steps`。",
)
def train(theta, x, y, alpha, steps):
    return theta - alpha * mse_gradient(theta, x, y)


@misconception(
    "alpha-of-the-default",
    entry="G14",
    en="Your updates use 0.01, the default of the printed function, instead of the alpha that is passed.",
    zh="你的更新用的是原文函数的默认值 0.01，而不是传入的 alpha。",
)
def train(theta, x, y, alpha, steps):
    for _ in range(steps):
        theta = theta - 0.01 * mse_gradient(theta, x, y)
    return theta


@misconception(
    "gradient-of-the-start",
    entry="",
    en="You computed the gradient once, before the loop, and followed it in every step. It changes with theta.",
    zh="你只在循环之前算了一次梯度，之后每步都沿用。梯度会随 theta 变化，应当每步重新计算。",
)
def train(theta, x, y, alpha, steps):
    return theta - steps * alpha * mse_gradient(theta, x, y)


@misconception(
    "theta-changed-in-place",
    entry="X02",
    en="`theta -= …` changes the caller's array. Bind a new array, or work on a copy.",
    zh="`theta -= …` 会改动调用者的数组。应当生成新的数组，或者先复制一份。",
)
def train(theta, x, y, alpha, steps):
    for _ in range(steps):
        theta -= alpha * mse_gradient(theta, x, y)
    return theta


@misconception(
    "half-mse",
    entry="L03",
    en="Your loss is half of the mean squared error: this is the variant with 1/(2n).",
    zh="你的损失是均方误差的一半，这是带 1/(2n) 的变体。",
)
def mse(y, y_hat):
    return np.mean((y - y_hat) ** 2) / 2
