"""Wrong answers to reinforce_gradient that people really give."""

import numpy as np

from grader.checks import misconception


def softmax(z, axis=1):
    """The right softmax along an axis."""
    e = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)


def onehot(actions, k):
    """A row for each action, 1 at its position."""
    return (np.arange(k) == np.asarray(actions)[:, None]).astype(np.float32)


def right(theta, states, actions, returns):
    """The right gradient."""
    push = onehot(actions, theta.shape[1]) - softmax(states @ theta)
    return states.T @ (returns[:, None] * push) / len(actions)


@misconception(
    "descends",
    entry="RL14",
    en="Your gradient has the opposite sign: it is that of the loss -J, to be descended. "
    "Here the gradient of J is asked for.",
    zh="你的梯度符号相反：这是损失 -J 的梯度，用于下降。本题要的是 J 的梯度。",
)
def reinforce_gradient(theta, states, actions, returns):
    return -right(theta, states, actions, returns)


@misconception(
    "sum-not-mean",
    entry="RL14",
    en="Your result is the sum over the steps: it was not divided by their number T.",
    zh="你的结果是对各步求和，没有除以步数 T。",
)
def reinforce_gradient(theta, states, actions, returns):
    return right(theta, states, actions, returns) * len(actions)


@misconception(
    "mean-over-all-elements",
    entry="L02",
    en="You divided by the number of steps times the number of actions. J is the mean over the steps only.",
    zh="你除以了步数乘动作数。J 只对步数取平均。",
)
def reinforce_gradient(theta, states, actions, returns):
    return right(theta, states, actions, returns) / theta.shape[1]


@misconception(
    "subtracts-the-mean-return",
    entry="RL14",
    en="You subtracted the mean of the returns first. Such a baseline is often a good idea, but it is the caller's: "
    "here the returns are used as they are.",
    zh="你先减去了回报的平均值。用基线常常是好主意，但那由调用者决定：本题的回报要原样使用。",
)
def reinforce_gradient(theta, states, actions, returns):
    return right(theta, states, actions, returns - returns.mean(dtype=np.result_type(returns, np.float16)))


@misconception(
    "standardises-the-returns",
    entry="RL14",
    en="You brought the returns to mean 0 and standard deviation 1 first. Here they are used as they are.",
    zh="你先把回报标准化成了均值 0、标准差 1。本题的回报要原样使用。",
)
def reinforce_gradient(theta, states, actions, returns):
    return right(theta, states, actions, (returns - returns.mean()) / (returns.std() + 1e-8))


@misconception(
    "returns-ignored",
    entry="",
    en="Your gradient makes every action that was taken more likely, good or bad: the returns have no part in it.",
    zh="你的梯度让做过的所有动作都变得更可能，不管好坏：没有用到回报。",
)
def reinforce_gradient(theta, states, actions, returns):
    return right(theta, states, actions, np.ones_like(returns))


@misconception(
    "mean-return-for-all",
    entry="RL14",
    en="You multiplied every step by the mean of all returns. Each step has its own return.",
    zh="你让每一步都乘上全部回报的平均值。每一步都要乘自己的回报。",
)
def reinforce_gradient(theta, states, actions, returns):
    return right(theta, states, actions, np.full_like(returns, np.mean(returns), dtype=np.result_type(returns * 1.0)))


@misconception(
    "returns-summed-up-again",
    entry="RL13",
    en="You summed the returns up once more, from each step to the end. They are returns already, not rewards.",
    zh="你又把回报从每一步累加到了最后。传进来的已经是回报，不是奖励。",
)
def reinforce_gradient(theta, states, actions, returns):
    return right(theta, states, actions, np.cumsum(returns[::-1], dtype=returns.dtype)[::-1])


@misconception(
    "gradient-of-the-probability",
    entry="",
    en="Your result is the gradient of G·π, not of G·log π: each step has one factor π(a|s) too many.",
    zh="你的结果是 G·π 的梯度，而不是 G·log π 的：每一步都多了一个因子 π(a|s)。",
)
def reinforce_gradient(theta, states, actions, returns):
    probs = softmax(states @ theta)
    return right(theta, states, actions, returns * probs[np.arange(len(actions)), actions])


@misconception(
    "divides-by-the-probability",
    entry="",
    en="You divided by π(a|s) once more. The 1/π of the logarithm is in onehot - π already.",
    zh="你又除了一次 π(a|s)。对数求导产生的 1/π 已经包含在 onehot - π 里了。",
)
def reinforce_gradient(theta, states, actions, returns):
    probs = softmax(states @ theta)
    with np.errstate(all="ignore"):
        return right(theta, states, actions, returns / probs[np.arange(len(actions)), actions])


@misconception(
    "probabilities-missing",
    entry="",
    en="Your gradient raises the logit of the action taken and lowers none: the probabilities, the slope of the "
    "softmax's denominator, are missing.",
    zh="你的梯度只提高所选动作的 logit，却没有降低其他的：漏掉了概率那一项，也就是 softmax 分母的导数。",
)
def reinforce_gradient(theta, states, actions, returns):
    return states.T @ (returns[:, None] * onehot(actions, theta.shape[1])) / np.float32(len(actions))


@misconception(
    "action-not-raised",
    entry="",
    en="Your gradient lowers every action by its probability and raises none: the 1 of the action taken is missing.",
    zh="你的梯度让每个动作都按概率降低，却没有提高任何一个：漏掉了所选动作处的 1。",
)
def reinforce_gradient(theta, states, actions, returns):
    return -states.T @ (returns[:, None] * softmax(states @ theta)) / len(actions)


@misconception(
    "other-actions-unchanged",
    entry="",
    en="Your gradient changes the action taken only, by 1 - π(a|s). The others are lowered by their probabilities.",
    zh="你的梯度只改变所选动作那一项，即 1 - π(a|s)。其他动作还要按各自的概率降低。",
)
def reinforce_gradient(theta, states, actions, returns):
    chosen = onehot(actions, theta.shape[1])
    return states.T @ (returns[:, None] * chosen * (1 - softmax(states @ theta))) / len(actions)


@misconception(
    "softmax-over-steps",
    entry="X05",
    en="Your softmax runs along the wrong axis: the probabilities of one action add up to 1 over the steps. "
    "Those of one step have to, over the actions.",
    zh="你的 softmax 取错了轴：同一个动作在各步上的概率加起来为 1。应该是每一步的各个动作加起来为 1。",
)
def reinforce_gradient(theta, states, actions, returns):
    push = onehot(actions, theta.shape[1]) - softmax(states @ theta, axis=0)
    return states.T @ (returns[:, None] * push) / len(actions)


@misconception(
    "overflows",
    entry="",
    en="Your softmax takes the exponential of large logits, which overflows. Subtract the largest of each row first.",
    zh="你的 softmax 直接对很大的 logits 取指数，发生溢出。应先减去每行的最大值。",
)
def reinforce_gradient(theta, states, actions, returns):
    e = np.exp(states @ theta)
    push = onehot(actions, theta.shape[1]) - e / np.sum(e, axis=1, keepdims=True)
    return states.T @ (returns[:, None] * push) / len(actions)


@misconception(
    "one-maximum-for-all",
    entry="X05",
    en="You subtracted the largest logit of all steps. Where a whole row lies far below it, all its exponentials "
    "become 0, and the quotient 0/0. Each row needs its own maximum.",
    zh="你减去的是所有步中最大的 logit。某一行若整体远低于它，该行的指数全变成 0，商成了 0/0。每一行要减自己的最大值。",
)
def reinforce_gradient(theta, states, actions, returns):
    e = np.exp(states @ theta - np.max(states @ theta))
    push = onehot(actions, theta.shape[1]) - e / np.sum(e, axis=1, keepdims=True)
    return states.T @ (returns[:, None] * push) / len(actions)


@misconception(
    "transposed",
    entry="",
    en="Your gradient is transposed: it has the shape of theta, (d, k), one column for each action.",
    zh="你的梯度被转置了：它的形状应与 theta 相同，即 (d, k)，每个动作占一列。",
)
def reinforce_gradient(theta, states, actions, returns):
    return right(theta, states, actions, returns).T.copy()


@misconception(
    "gradient-of-the-logits",
    entry="",
    en="You stopped at the logits, (T, k). One more step of the chain rule leads to theta.",
    zh="你只求到了 logits 的梯度，形状为 (T, k)。还要再用一次链式法则，才得到 theta 的梯度。",
)
def reinforce_gradient(theta, states, actions, returns):
    return returns[:, None] * (onehot(actions, theta.shape[1]) - softmax(states @ theta)) / len(actions)


@misconception(
    "greedy-action",
    entry="",
    en="You raised the action that the policy likes best. The action that was really taken has earned the return.",
    zh="你提高的是策略最偏好的动作。得到回报的是实际做过的那个动作。",
)
def reinforce_gradient(theta, states, actions, returns):
    return right(theta, states, np.argmax(states @ theta, axis=1), returns)


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your logits, probabilities or result are kept in an array of integers, so that the fractions are lost.",
    zh="你把 logits、概率或结果存进了整数数组，小数都丢掉了。",
)
def reinforce_gradient(theta, states, actions, returns):
    gradient = np.zeros_like(theta)
    gradient += right(theta, states, actions, returns).astype(theta.dtype)
    return gradient


@misconception(
    "float32-lost",
    entry="X16",
    en="Your gradient is float64 for float32: something on the way has the default dtype, often the one-hot rows.",
    zh="输入是 float32，你的梯度却成了 float64：中间某个数组用了默认 dtype，常常是 one-hot 那一个。",
)
def reinforce_gradient(theta, states, actions, returns):
    return right(theta.astype(np.float64), states, actions, returns)
