"""Wrong answers to adam_step that people really give."""

import numpy as np

from grader.checks import misconception


def averages(m, v, grad, beta1, beta2):
    """Both moving averages after the step."""
    return beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2


@misconception(
    "no-bias-correction",
    entry="D01",
    en="Your step has no bias correction: this is Adam as the source prints it. The averages start at zero, "
    "and the first steps come out with the wrong length.",
    zh="你的一步没有偏差修正，和原文写的 Adam 一样。两个平均从零开始，最初几步的长度因此不对。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    return theta - lr * m / (np.sqrt(v) + eps), m, v


@misconception(
    "corrects-m-only",
    entry="D01",
    en="You corrected the average of the gradient, but not that of its square. Both start at zero.",
    zh="你只修正了梯度的平均，没有修正梯度平方的平均。两者都是从零开始的。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    return theta - lr * m / (1 - beta1**t) / (np.sqrt(v) + eps), m, v


@misconception(
    "t-one-too-large",
    entry="D02",
    en="Your correction uses t + 1. The t that is passed in already counts this step.",
    zh="你的修正用的是 t + 1。传入的 t 已经算上了这一步：第一步时它就是 1。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    t = t + 1
    return theta - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@misconception(
    "t-one-too-small",
    entry="D03",
    en="Your correction uses t - 1, which divides by zero at the first step. t counts from 1.",
    zh="你的修正用的是 t - 1，第一步会除以零。传入的 t 是从 1 数起的。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    t = t - 1
    return theta - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@misconception(
    "correction-without-power",
    entry="D05",
    en="Your correction divides by 1 - beta at every step. That is right at the first step only: "
    "it has to fade as t grows.",
    zh="你的修正每一步都除以 1 - beta，只有第一步是对的：t 增大时，修正应逐渐消失。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    return theta - lr * m / (1 - beta1) / (np.sqrt(v / (1 - beta2)) + eps), m, v


@misconception(
    "power-of-difference",
    entry="D06",
    en="Your correction divides by (1 - beta)^t. The power belongs to beta alone: look at your brackets.",
    zh="你的修正除以了 (1 - beta)^t。只有 beta 取 t 次方，请检查括号。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    return theta - lr * m / (1 - beta1) ** t / (np.sqrt(v / (1 - beta2) ** t) + eps), m, v


@misconception(
    "eps-inside-root",
    entry="D07",
    en="You added eps inside the root, as Keras's RMSprop does. Adam adds it after the root is taken.",
    zh="你把 eps 加在了根号里面（Keras 的 RMSprop 是这样）。Adam 是先开方再加 eps。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    return theta - lr * m / (1 - beta1**t) / np.sqrt(v / (1 - beta2**t) + eps), m, v


@misconception(
    "eps-hat",
    entry="D08",
    en="You added eps to the root of the uncorrected average. This is Keras's short form of Adam (eps-hat); "
    "here eps goes to the root of the corrected one.",
    zh="你把 eps 加在了未修正平均的平方根上，这是 Keras 的简写形式（eps-hat）。本题要先修正再加。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    return theta - lr * (1 - beta2**t) ** 0.5 / (1 - beta1**t) * m / (np.sqrt(v) + eps), m, v


@misconception(
    "no-eps",
    entry="D14",
    en="Your divisor has no eps: elements whose gradient was always zero become 0/0.",
    zh="你的除数里没有 eps：梯度一直为零的元素会变成 0/0。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    return theta - lr * m / (1 - beta1**t) / np.sqrt(v / (1 - beta2**t)), m, v


@misconception(
    "stores-corrected-averages",
    entry="D09",
    en="You returned the corrected averages. They would be corrected again at the next step: "
    "the state to keep is the one before correction.",
    zh="你返回的是修正后的平均，下一步会再修正一次。要保存的是修正之前的平均。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    m, v = m / (1 - beta1**t), v / (1 - beta2**t)
    return theta - lr * m / (np.sqrt(v) + eps), m, v


@misconception(
    "absolute-gradient",
    entry="D10",
    en="Your v averages the absolute gradient. It has to average the squares.",
    zh="你的 v 是梯度绝对值的平均。应对梯度的平方取平均。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * np.abs(grad)
    return theta - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@misconception(
    "square-of-average",
    entry="D10",
    en="Your v averages the square of m. It has to average the square of the gradient itself.",
    zh="你的 v 平均的是 m 的平方。应平均梯度本身的平方。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * m**2
    return theta - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@misconception(
    "betas-swapped",
    entry="",
    en="Your betas are exchanged: beta1 belongs to the average of the gradient, beta2 to that of its square.",
    zh="你把两个 beta 用反了：beta1 用于梯度的平均，beta2 用于梯度平方的平均。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    beta1, beta2 = beta2, beta1
    m, v = averages(m, v, grad, beta1, beta2)
    return theta - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@misconception(
    "gradient-for-average",
    entry="",
    en="Your step divides the gradient itself, not its average: this is RMSprop with a bias correction. "
    "m was kept, but has no part in the step.",
    zh="你的一步用的是梯度本身，而不是它的平均，这是带偏差修正的 RMSprop。m 更新了，却没有用上。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    return theta - lr * grad / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@misconception(
    "no-root",
    entry="",
    en="Your step divides by the average square itself: its root was not taken.",
    zh="你直接除以了平方的平均，没有开方。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    return theta - lr * m / (1 - beta1**t) / (v / (1 - beta2**t) + eps), m, v


@misconception(
    "plus-not-minus",
    entry="G04",
    en="Your step goes uphill: it was added to theta.",
    zh="你的一步走的是上坡：步长被加到了 theta 上。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    return theta + lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@misconception(
    "changes-in-place",
    entry="D13",
    en="You wrote into the caller's arrays: `*=`, `+=` and `-=` change theta, m and v in place.",
    zh="你把结果写进了调用者的数组：`*=`、`+=`、`-=` 会原地修改 theta、m、v。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m *= beta1
    m += (1 - beta1) * grad
    v *= beta2
    v += (1 - beta2) * grad**2
    theta -= lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return theta, m, v


@misconception(
    "integers-raise",
    entry="X03",
    en="You copied theta and subtracted in place. An array of integers cannot take a fraction in place, "
    "so NumPy raises an error: subtract into a new array.",
    zh="你先复制 theta 再原地相减。整数数组不能原地减去小数，NumPy 会报错：应把差放进新数组。",
)
def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    new = theta.copy()
    new -= lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return new, m, v
