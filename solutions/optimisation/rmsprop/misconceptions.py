"""Wrong answers to rmsprop_step that people really give."""

import numpy as np

from grader.checks import misconception


def averaged(s, grad, rho):
    """The moving average after the step."""
    return rho * s + (1 - rho) * np.square(grad)


@misconception(
    "eps-outside-root",
    entry="R01",
    en="You added eps after the root was taken, as PyTorch and Adam do. Here it stands inside the root.",
    zh="你是先开方再加 eps，PyTorch 和 Adam 是这样。本题的 eps 在根号里面。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    s = averaged(s, grad, rho)
    return theta - lr * grad / (np.sqrt(s) + eps), s


@misconception(
    "no-eps",
    entry="D14",
    en="Your divisor has no eps: elements whose gradient was always zero become 0/0.",
    zh="你的除数里没有 eps：梯度一直为零的元素会变成 0/0。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    s = averaged(s, grad, rho)
    return theta - lr * grad / np.sqrt(s), s


@misconception(
    "stores-eps",
    entry="",
    en="The average that you return holds eps as well: it grows with every step. eps belongs to the divisor only.",
    zh="你返回的平均里也加进了 eps，每走一步就多一份。eps 只属于除数。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    s = averaged(s, grad, rho) + eps
    return theta - lr * grad / np.sqrt(s), s


@misconception(
    "no-root",
    entry="R02",
    en="Your step divides by the average square itself: its root was not taken.",
    zh="你直接除以了平方的平均，没有开方。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    s = averaged(s, grad, rho)
    return theta - lr * grad / (s + eps), s


@misconception(
    "rate-for-one-minus-rho",
    entry="R03",
    en="Your average gives the new square the weight lr. The two weights, of the old and of the new, add up to 1.",
    zh="你在平均中给新平方的权重是 lr。新旧两个权重之和应为 1。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    s = rho * s + lr * np.square(grad)
    return theta - lr * grad / np.sqrt(s + eps), s


@misconception(
    "average-not-stored",
    entry="R04",
    en="You returned the average that was passed in. The next step needs the new one.",
    zh="你返回的是传进来的旧平均。下一步需要的是新的平均。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    return theta - lr * grad / np.sqrt(averaged(s, grad, rho) + eps), s


@misconception(
    "divides-by-old-average",
    entry="",
    en="Your step divides by the average from before this gradient, which is zero at the first step.",
    zh="你除以的是更新之前的旧平均，第一步时它还是零。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    return theta - lr * grad / np.sqrt(s + eps), averaged(s, grad, rho)


@misconception(
    "fixed-settings",
    entry="R04",
    en="You keep 0.9 of the average and add 1e-7 whatever `rho` and `eps` are.",
    zh="不论 `rho`、`eps` 是多少，你用的总是 0.9 和 1e-7。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    s = averaged(s, grad, 0.9)
    return theta - lr * grad / np.sqrt(s + 1e-7), s


@misconception(
    "adagrad",
    entry="R05",
    en="Your s is the sum of all squares, which never forgets: this is AdaGrad. RMSprop averages.",
    zh="你的 s 是所有平方的总和，只增不减，这是 AdaGrad。RMSprop 用的是滑动平均。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    s = s + np.square(grad)
    return theta - lr * grad / np.sqrt(s + eps), s


@misconception(
    "weight-missing",
    entry="R05",
    en="The new square enters your average with full weight, although part of the old average is kept.",
    zh="旧平均只保留了一部分，新平方却以全部权重加了进来，缺少因子 1 - rho。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    s = rho * s + np.square(grad)
    return theta - lr * grad / np.sqrt(s + eps), s


@misconception(
    "weights-swapped",
    entry="",
    en="Your weights are exchanged: rho belongs to the old average, 1 - rho to the new square.",
    zh="你把两个权重用反了：rho 用于旧平均，1 - rho 用于新平方。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    s = averaged(s, grad, 1 - rho)
    return theta - lr * grad / np.sqrt(s + eps), s


@misconception(
    "average-of-gradients",
    entry="R07",
    en="Your s averages the gradient and is squared in the divisor. RMSprop averages the squares, so that "
    "gradients of opposite sign do not cancel.",
    zh="你的 s 平均的是梯度本身，在除数里才平方。RMSprop 对平方取平均，正负梯度不会抵消。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    s = rho * s + (1 - rho) * grad
    return theta - lr * grad / np.sqrt(s**2 + eps), s


@misconception(
    "absolute-gradient",
    entry="D10",
    en="Your s averages the absolute gradient. It has to average the squares.",
    zh="你的 s 是梯度绝对值的平均。应对梯度的平方取平均。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    s = rho * s + (1 - rho) * np.abs(grad)
    return theta - lr * grad / np.sqrt(s + eps), s


@misconception(
    "one-average-for-all",
    entry="X05",
    en="Your average is over all elements: every parameter is divided by the same number. Each has its own s.",
    zh="你对所有元素取了平均，每个参数都除以同一个数。每个参数应有自己的 s。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    s = rho * s + (1 - rho) * np.mean(np.square(grad)) * np.ones_like(grad)
    return theta - lr * grad / np.sqrt(s + eps), s


@misconception(
    "corrected-for-start",
    entry="D01",
    en="Your step divides the average by 1 - rho, as Adam's bias correction does at its first step. "
    "RMSprop does not correct.",
    zh="你把平均除以了 1 - rho，如同 Adam 第一步的偏差修正。RMSprop 不做修正。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    s = averaged(s, grad, rho)
    return theta - lr * grad / np.sqrt(s / (1 - rho) + eps), s


@misconception(
    "plus-not-minus",
    entry="G04",
    en="Your step goes uphill: it was added to theta.",
    zh="你的一步走的是上坡：步长被加到了 theta 上。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    s = averaged(s, grad, rho)
    return theta + lr * grad / np.sqrt(s + eps), s


@misconception(
    "torch-default",
    entry="G14",
    en="Your default for `rho` is 0.99, which is PyTorch's. Here it is 0.9.",
    zh="你的 `rho` 默认值是 0.99，这是 PyTorch 的。本题为 0.9。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.99, eps=1e-7):
    s = averaged(s, grad, rho)
    return theta - lr * grad / np.sqrt(s + eps), s


@misconception(
    "smaller-default-eps",
    entry="G14",
    en="Your default for `eps` is 1e-8. Here it is 1e-7, which small gradients show.",
    zh="你的 `eps` 默认值是 1e-8。本题为 1e-7，梯度很小时看得出差别。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-8):
    s = averaged(s, grad, rho)
    return theta - lr * grad / np.sqrt(s + eps), s


@misconception(
    "changes-in-place",
    entry="X02",
    en="You wrote into the caller's arrays: `*=`, `+=` and `-=` change s and theta in place.",
    zh="你把结果写进了调用者的数组：`*=`、`+=`、`-=` 会原地修改 s 和 theta。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    s *= rho
    s += (1 - rho) * grad**2
    theta -= lr * grad / np.sqrt(s + eps)
    return theta, s


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your average has the integer dtype of what came in, so that its fractions are cut off.",
    zh="你的平均沿用了输入的整数 dtype，小数部分被截掉了。",
)
def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    new = np.zeros_like(s)
    new[...] = averaged(s, grad, rho)
    return theta - lr * grad / np.sqrt(new + eps), new
