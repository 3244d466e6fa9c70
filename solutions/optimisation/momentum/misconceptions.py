"""Wrong answers to momentum_step that people really give."""

import numpy as np

from grader.checks import misconception


@misconception(
    "rate-outside-velocity",
    entry="G11",
    en="Your velocity is a sum of gradients, without sign and learning rate, as in PyTorch. "
    "Here the velocity is the step itself.",
    zh="你的速度是梯度的累积，不带负号和学习率，这是 PyTorch 的写法。本题的速度就是位移本身。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.9):
    velocity = beta * velocity + grad
    return theta - lr * velocity, velocity


@misconception(
    "average-of-gradients",
    entry="G11",
    en="Your velocity is a moving average of the gradients, with the factor 1 - beta, and the learning rate comes "
    "afterwards, as in Adam. Here the gradient enters the velocity with the learning rate alone.",
    zh="你的速度是梯度的滑动平均（带 1 - beta 因子），之后才乘学习率，像 Adam 那样。本题中梯度只乘学习率就进入速度。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.9):
    velocity = beta * velocity + (1 - beta) * grad
    return theta - lr * velocity, velocity


@misconception(
    "factor-one-minus-beta",
    entry="G11",
    en="The downhill step in your velocity is scaled by 1 - beta. Only the old velocity has a factor with beta.",
    zh="你的速度里，下坡的一步多乘了 1 - beta。只有旧速度才带与 beta 有关的因子。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.9):
    velocity = beta * velocity - (1 - beta) * lr * grad
    return theta + velocity, velocity


@misconception(
    "nesterov",
    entry="G12",
    en="Your parameters are those of Nesterov's momentum: they move by beta times the new velocity, "
    "and by the downhill step once more. Plain momentum moves by the velocity.",
    zh="你的参数是 Nesterov 动量的结果：按 beta 乘新速度移动，又多走了一次下坡步。普通动量只按速度移动。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.9):
    velocity = beta * velocity - lr * grad
    return theta + beta * velocity - lr * grad, velocity


@misconception(
    "moves-by-old-velocity",
    entry="",
    en="Your parameters moved by the old velocity: the gradient of this step has no effect on them yet.",
    zh="你用旧速度移动了参数：这一步的梯度对参数还没有起作用。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.9):
    return theta + velocity, beta * velocity - lr * grad


@misconception(
    "velocity-not-stored",
    entry="G13",
    en="You returned the velocity that was passed in. The next step needs the new one.",
    zh="你返回的是传进来的旧速度。下一步需要的是新速度。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.9):
    return theta + beta * velocity - lr * grad, velocity


@misconception(
    "no-momentum",
    entry="G13",
    en="Your step is that of plain gradient descent: the old velocity has no part in it.",
    zh="你走的是普通梯度下降的一步：旧速度没有起作用。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.9):
    return theta - lr * grad, -lr * grad


@misconception(
    "plus-gradient",
    entry="G04",
    en="Your velocity grows along the gradient, uphill, and is added to theta.",
    zh="你的速度沿梯度方向增长，即指向上坡，又被加到了 theta 上。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.9):
    velocity = beta * velocity + lr * grad
    return theta + velocity, velocity


@misconception(
    "positive-velocity",
    entry="G11",
    en="Your velocity points uphill and is subtracted. From a velocity of zero the parameters are right, "
    "but the velocity has the opposite sign: here it points where theta goes.",
    zh="你的速度指向上坡，再从参数中减去。速度从零开始时参数是对的，但速度的符号反了：本题的速度指向参数移动的方向。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.9):
    velocity = beta * velocity + lr * grad
    return theta - velocity, velocity


@misconception(
    "subtracts-velocity",
    entry="G04",
    en="Your velocity is right, but it was subtracted from theta. It already has the minus sign of the gradient.",
    zh="你的速度是对的，却从 theta 中减去了。速度里已经带有梯度的负号。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.9):
    velocity = beta * velocity - lr * grad
    return theta - velocity, velocity


@misconception(
    "rate-on-everything",
    entry="",
    en="Your learning rate multiplies the old velocity as well: look at your brackets. It belongs to the gradient.",
    zh="你的学习率把旧速度也乘上了，请检查括号。学习率只乘梯度。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.9):
    velocity = lr * (beta * velocity - grad)
    return theta + velocity, velocity


@misconception(
    "no-learning-rate",
    entry="",
    en="Your velocity takes up the whole gradient: the learning rate has no part in it.",
    zh="你的速度加进了整个梯度，学习率没有起作用。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.9):
    velocity = beta * velocity - grad
    return theta + velocity, velocity


@misconception(
    "fixed-beta",
    entry="G14",
    en="You keep 0.9 of the velocity whatever `beta` is.",
    zh="不论 `beta` 是多少，你总是保留 0.9 的速度。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.9):
    velocity = 0.9 * velocity - lr * grad
    return theta + velocity, velocity


@misconception(
    "other-default",
    entry="G14",
    en="Your default for `beta` is not 0.9.",
    zh="你的 `beta` 默认值不是 0.9。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.99):
    velocity = beta * velocity - lr * grad
    return theta + velocity, velocity


@misconception(
    "order-of-results",
    entry="",
    en="You returned the velocity first. The order is theta, velocity.",
    zh="你先返回了速度。顺序应为 theta、velocity。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.9):
    velocity = beta * velocity - lr * grad
    return velocity, theta + velocity


@misconception(
    "changes-in-place",
    entry="X02",
    en="You wrote into the caller's arrays: `*=`, `-=` and `+=` change velocity and theta in place.",
    zh="你把结果写进了调用者的数组：`*=`、`-=`、`+=` 会原地修改 velocity 和 theta。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.9):
    velocity *= beta
    velocity -= lr * grad
    theta += velocity
    return theta, velocity


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your velocity has the integer dtype of theta, so that its fractions are cut off.",
    zh="你的速度沿用了 theta 的整数 dtype，小数部分被截掉了。",
)
def momentum_step(theta, velocity, grad, lr, beta=0.9):
    new = np.zeros_like(theta)
    new[...] = beta * velocity - lr * grad
    return theta + new, new
