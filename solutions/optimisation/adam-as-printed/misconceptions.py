"""Wrong answers to adam-as-printed that people really give."""

import numpy as np

from grader.checks import misconception


def averages(m, v, grad, beta1, beta2):
    """Both moving averages after the step."""
    return beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * np.square(grad)


# --- the step ---


@misconception(
    "corrected-as-at-step-one",
    entry="D05",
    en="Your step divides the averages by 1 - beta: that is the bias correction of the first step. "
    "The printed formula has none.",
    zh="你把平均除以了 1 - beta，这是第一步的偏差修正。原文的公式里没有修正。",
)
def adam_step_uncorrected(theta, m, v, grad, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    return theta - lr * m / (1 - beta1) / (np.sqrt(v / (1 - beta2)) + eps), m, v


@misconception(
    "eps-inside-root",
    entry="D07",
    en="You added eps inside the root. The printed formula adds it after the root is taken.",
    zh="你把 eps 加在了根号里面。原文的公式是先开方再加 eps。",
)
def adam_step_uncorrected(theta, m, v, grad, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    return theta - lr * m / np.sqrt(v + eps), m, v


@misconception(
    "no-eps",
    entry="D14",
    en="Your divisor has no eps: elements whose gradient was always zero become 0/0.",
    zh="你的除数里没有 eps：梯度一直为零的元素会变成 0/0。",
)
def adam_step_uncorrected(theta, m, v, grad, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    return theta - lr * m / np.sqrt(v), m, v


@misconception(
    "eps-on-the-gradient",
    entry="D14",
    en='You added eps to the gradient, following the text ("keeps the gradient from being zero"). '
    "The formula has it in the divisor.",
    zh="你照文字说明（“防止梯度为 0”）把 eps 加到了梯度上。公式里它在除数中。",
)
def adam_step_uncorrected(theta, m, v, grad, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad + eps, beta1, beta2)
    return theta - lr * m / np.sqrt(v), m, v


@misconception(
    "sums-not-averages",
    entry="",
    en="Your m and v take up each gradient with full weight: they are sums, as the text calls them "
    '("accumulations"). The formula averages.',
    zh="你的 m、v 以全部权重加进每个梯度，成了文字所说的“累积”。公式写的是加权平均。",
)
def adam_step_uncorrected(theta, m, v, grad, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = beta1 * m + grad, beta2 * v + np.square(grad)
    return theta - lr * m / (np.sqrt(v) + eps), m, v


@misconception(
    "steps-by-old-averages",
    entry="",
    en="Your step uses the averages from before this gradient: the first step goes nowhere.",
    zh="你的一步用的是更新之前的平均，第一步原地不动。",
)
def adam_step_uncorrected(theta, m, v, grad, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    return theta - lr * m / (np.sqrt(v) + eps), *averages(m, v, grad, beta1, beta2)


@misconception(
    "absolute-gradient",
    entry="D10",
    en="Your v averages the absolute gradient. It has to average the squares.",
    zh="你的 v 是梯度绝对值的平均。应对梯度的平方取平均。",
)
def adam_step_uncorrected(theta, m, v, grad, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * np.abs(grad)
    return theta - lr * m / (np.sqrt(v) + eps), m, v


@misconception(
    "gradient-for-average",
    entry="",
    en="Your step divides the gradient itself, not its average: m was kept, but has no part in the step.",
    zh="你的一步用的是梯度本身，而不是它的平均：m 更新了，却没有用上。",
)
def adam_step_uncorrected(theta, m, v, grad, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    return theta - lr * grad / (np.sqrt(v) + eps), m, v


@misconception(
    "no-root",
    entry="R02",
    en="Your step divides by the average square itself: its root was not taken.",
    zh="你直接除以了平方的平均，没有开方。",
)
def adam_step_uncorrected(theta, m, v, grad, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    return theta - lr * m / (v + eps), m, v


@misconception(
    "plus-not-minus",
    entry="G04",
    en="Your step goes uphill: it was added to theta.",
    zh="你的一步走的是上坡：步长被加到了 theta 上。",
)
def adam_step_uncorrected(theta, m, v, grad, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = averages(m, v, grad, beta1, beta2)
    return theta + lr * m / (np.sqrt(v) + eps), m, v


@misconception(
    "changes-in-place",
    entry="D13",
    en="You wrote into the caller's arrays: `*=`, `+=` and `-=` change theta, m and v in place.",
    zh="你把结果写进了调用者的数组：`*=`、`+=`、`-=` 会原地修改 theta、m、v。",
)
def adam_step_uncorrected(theta, m, v, grad, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m *= beta1
    m += (1 - beta1) * grad
    v *= beta2
    v += (1 - beta2) * grad**2
    theta -= lr * m / (np.sqrt(v) + eps)
    return theta, m, v


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your averages have the integer dtype of what came in, so that their fractions are cut off.",
    zh="你的平均沿用了输入的整数 dtype，小数部分被截掉了。",
)
def adam_step_uncorrected(theta, m, v, grad, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    new_m, new_v = np.zeros_like(m), np.zeros_like(v)
    new_m[...], new_v[...] = averages(m, v, grad, beta1, beta2)
    return theta - lr * new_m / (np.sqrt(new_v) + eps), new_m, new_v


# --- the factor ---


@misconception(
    "factor-upside-down",
    entry="",
    en="Your factor is the printed step divided by the corrected one. It is asked for the other way round.",
    zh="你的倍数是原文步长除以修正后的步长。题目要的正好相反。",
)
def correction_factor(t, beta1=0.9, beta2=0.999):
    return (1 - beta1**t) / np.sqrt(1 - beta2**t)


@misconception(
    "factor-without-root",
    entry="",
    en="Your factor has no root: v stands under one in the step, and so does its correction.",
    zh="你的倍数没有开方：步长里的 v 在根号下，它的修正也在根号下。",
)
def correction_factor(t, beta1=0.9, beta2=0.999):
    return (1 - beta2**t) / (1 - beta1**t)


@misconception(
    "factor-root-of-all",
    entry="",
    en="Your factor has the root of the whole quotient. In the step only v stands under a root.",
    zh="你对整个商开了方。步长里只有 v 在根号下。",
)
def correction_factor(t, beta1=0.9, beta2=0.999):
    return np.sqrt((1 - beta2**t) / (1 - beta1**t))


@misconception(
    "factor-of-m-only",
    entry="D01",
    en="Your factor holds the correction of m only. v is corrected as well.",
    zh="你的倍数只含 m 的修正。v 也要修正。",
)
def correction_factor(t, beta1=0.9, beta2=0.999):
    return 1 / (1 - beta1**t)


@misconception(
    "factor-as-product",
    entry="",
    en="Your factor divides by both corrections. v stands in the denominator of the step, so that dividing v makes "
    "the step longer.",
    zh="你的倍数把两个修正都放在了分母。v 本来就在步长的分母上，v 除以一个数，步长反而变大。",
)
def correction_factor(t, beta1=0.9, beta2=0.999):
    return 1 / ((1 - beta1**t) * np.sqrt(1 - beta2**t))


@misconception(
    "factor-without-power",
    entry="D05",
    en="Your factor does not depend on t: it is that of the first step. beta has to be raised to the power of t.",
    zh="你的倍数与 t 无关，总是第一步的值。beta 要取 t 次方。",
)
def correction_factor(t, beta1=0.9, beta2=0.999):
    return np.sqrt(1 - beta2) / (1 - beta1)


@misconception(
    "factor-power-of-difference",
    entry="D06",
    en="Your factor raises 1 - beta to the power of t. The power belongs to beta alone: look at your brackets.",
    zh="你对 1 - beta 取了 t 次方。只有 beta 取 t 次方，请检查括号。",
)
def correction_factor(t, beta1=0.9, beta2=0.999):
    return np.sqrt((1.0 - beta2) ** t) / (1.0 - beta1) ** t


@misconception(
    "factor-one-step-late",
    entry="D02",
    en="Your factor is that of step t + 1. t counts from 1 and is already this step.",
    zh="你算的是第 t + 1 步的倍数。t 从 1 数起，已经是这一步。",
)
def correction_factor(t, beta1=0.9, beta2=0.999):
    return np.sqrt(1 - beta2 ** (t + 1)) / (1 - beta1 ** (t + 1))


@misconception(
    "factor-one-step-early",
    entry="D03",
    en="Your factor is that of step t - 1, which for the first step is 0/0. t counts from 1.",
    zh="你算的是第 t - 1 步的倍数，第一步会变成 0/0。t 从 1 数起。",
)
def correction_factor(t, beta1=0.9, beta2=0.999):
    return np.sqrt(1 - np.float64(beta2) ** (t - 1)) / (1 - np.float64(beta1) ** (t - 1))


@misconception(
    "factor-betas-swapped",
    entry="",
    en="The betas of your factor are exchanged: beta1 belongs to m, beta2 to v.",
    zh="你的倍数把两个 beta 用反了：beta1 属于 m，beta2 属于 v。",
)
def correction_factor(t, beta1=0.9, beta2=0.999):
    return np.sqrt(1 - beta1**t) / (1 - beta2**t)


@misconception(
    "factor-fixed-betas",
    entry="G14",
    en="Your factor is that of the betas 0.9 and 0.999 whatever is passed in.",
    zh="不论传入什么 beta，你的倍数总是按 0.9 和 0.999 算的。",
)
def correction_factor(t, beta1=0.9, beta2=0.999):
    return np.sqrt(1 - 0.999**t) / (1 - 0.9**t)
