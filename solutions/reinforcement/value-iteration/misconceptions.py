"""Wrong answers to value_iteration that people really give."""

import numpy as np

from grader.checks import misconception


def sweeps(start, tol, sweep, settled=None):
    """Values after repeating sweep(V) until the change is below tol, at most 5000 times."""
    V = start
    for _ in range(5000):
        V_new = sweep(V)
        done = settled(V_new - V) if settled else np.max(np.abs(V_new - V)) < tol
        V = V_new
        if done:
            break
    return V


def right(P, R, gamma, tol):
    """The right values."""
    return sweeps(np.max(R, axis=1), tol, lambda V: np.max(R + gamma * (P @ V), axis=1))


@misconception(
    "best-starts-at-zero",
    entry="RL1",
    en="Your maximum over the actions starts from 0, so that no value can be negative.",
    zh="你对动作求最大值时从 0 开始比，所以价值永远不会是负数。",
)
def value_iteration(P, R, gamma, tol):
    V = sweeps(np.zeros(len(P)), tol, lambda V: np.maximum(np.max(R + gamma * (P @ V), axis=1), 0))
    return V, np.argmax(R + gamma * (P @ V), axis=1)


@misconception(
    "likeliest-state-only",
    entry="RL2",
    en="Your look-ahead follows a single transition of each action. All states that it may lead to count, "
    "by their probabilities.",
    zh="你只沿着每个动作的一条转移往前看。它可能到达的所有状态都要按概率计入。",
)
def value_iteration(P, R, gamma, tol):
    following = np.argmax(P, axis=2)
    V = sweeps(np.max(R, axis=1), tol, lambda V: np.max(R + gamma * V[following], axis=1))
    return V, np.argmax(R + gamma * V[following], axis=1)


@misconception(
    "unweighted-average",
    entry="RL3",
    en="You averaged over the states that an action may lead to, each counting the same. "
    "They count by their probabilities.",
    zh="你对动作可能到达的状态做了简单平均。应当用各自的概率加权。",
)
def value_iteration(P, R, gamma, tol):
    P = (P > 0) / np.sum(P > 0, axis=2, keepdims=True)
    V = right(P, R, gamma, tol)
    return V, np.argmax(R + gamma * (P @ V), axis=1)


@misconception(
    "change-without-absolute-value",
    entry="RL4",
    en="You stopped as soon as no value rose by tol. Values can fall as well: the absolute change counts.",
    zh="只要没有价值上升达到 tol，你就停了。价值也会下降，要看变化的绝对值。",
)
def value_iteration(P, R, gamma, tol):
    start = np.zeros(len(P), dtype=np.result_type(R, gamma))
    V = sweeps(start, tol, lambda V: np.max(R + gamma * (P @ V), axis=1), lambda change: np.max(change) < tol)
    return V, np.argmax(R + gamma * (P @ V), axis=1)


@misconception(
    "mean-change",
    entry="",
    en="You stopped when the mean change fell below tol. One state that still changes is hidden by many that do not: "
    "take the largest.",
    zh="平均变化小于 tol 时你就停了。一个还在变的状态会被许多不变的掩盖，应看最大的变化。",
)
def value_iteration(P, R, gamma, tol):
    def settled(change):
        return np.mean(np.abs(change)) < tol

    V = sweeps(np.max(R, axis=1), tol, lambda V: np.max(R + gamma * (P @ V), axis=1), settled)
    return V, np.argmax(R + gamma * (P @ V), axis=1)


@misconception(
    "smallest-change",
    entry="",
    en="You stopped as soon as one state had settled. All states must have: take the largest change.",
    zh="只要有一个状态稳定，你就停了。要所有状态都稳定才行：看最大的变化。",
)
def value_iteration(P, R, gamma, tol):
    def settled(change):
        return np.min(np.abs(change)) < tol

    V = sweeps(np.max(R, axis=1), tol, lambda V: np.max(R + gamma * (P @ V), axis=1), settled)
    return V, np.argmax(R + gamma * (P @ V), axis=1)


@misconception(
    "one-sweep",
    entry="",
    en="Your values are those after a single sweep from V = 0: the largest immediate rewards. The sweep is repeated.",
    zh="你的价值是从 V = 0 出发只算了一遍的结果，即最大的即时奖励。要反复进行，直到稳定。",
)
def value_iteration(P, R, gamma, tol):
    V = np.max(R + 0.0, axis=1)
    return V, np.argmax(R + gamma * (P @ V), axis=1)


@misconception(
    "hundred-sweeps",
    entry="",
    en="You made 100 sweeps whatever tol is. How many are needed depends on gamma and tol.",
    zh="不管 tol 是多少，你都只算 100 遍。需要多少遍取决于 gamma 和 tol。",
)
def value_iteration(P, R, gamma, tol):
    V = np.max(R, axis=1)
    for _ in range(100):
        V = np.max(R + gamma * (P @ V), axis=1)
    return V, np.argmax(R + gamma * (P @ V), axis=1)


@misconception(
    "no-discount",
    entry="",
    en="Your values are not discounted: gamma has no part in them.",
    zh="你的价值没有打折：gamma 没有起作用。",
)
def value_iteration(P, R, gamma, tol):
    V = sweeps(np.max(R + 0.0, axis=1), tol, lambda V: np.max(R + P @ V, axis=1))
    return V, np.argmax(R + P @ V, axis=1)


@misconception(
    "discounts-the-reward",
    entry="",
    en="Your discount applies to the immediate reward, too. Only what comes later is discounted.",
    zh="你把即时奖励也打了折扣。打折的只是以后的部分。",
)
def value_iteration(P, R, gamma, tol):
    V = right(P, gamma * R, gamma, tol)
    return V, np.argmax(R + P @ V, axis=1)


@misconception(
    "mean-over-actions",
    entry="",
    en="You averaged over the actions: these are the values of a policy that acts at random. Take the best action.",
    zh="你对动作取了平均，得到的是随机策略的价值。应取最好的动作。",
)
def value_iteration(P, R, gamma, tol):
    V = sweeps(np.mean(R, axis=1), tol, lambda V: np.mean(R + gamma * (P @ V), axis=1))
    return V, np.argmax(R + gamma * (P @ V), axis=1)


@misconception(
    "worst-action",
    entry="",
    en="You took the smallest value instead of the largest. Rewards are to be gained, not avoided.",
    zh="你取的是最小值而不是最大值。奖励是要争取的，不是要避免的。",
)
def value_iteration(P, R, gamma, tol):
    V = sweeps(np.min(R, axis=1), tol, lambda V: np.min(R + gamma * (P @ V), axis=1))
    return V, np.argmin(R + gamma * (P @ V), axis=1)


@misconception(
    "maximum-before-sum",
    entry="",
    en="You added the best reward to the best look-ahead, even where they belong to different actions. "
    "Add first, then take the maximum.",
    zh="你把最大的奖励和最大的后续价值相加，而它们可能属于不同的动作。应先相加，再取最大值。",
)
def value_iteration(P, R, gamma, tol):
    V = sweeps(np.max(R, axis=1), tol, lambda V: np.max(R, axis=1) + gamma * np.max(P @ V, axis=1))
    return V, np.argmax(R + gamma * (P @ V), axis=1)


@misconception(
    "transitions-backwards",
    entry="X05",
    en="You summed over the wrong axis of P: P[s, a, s'] leads from s to s', and you read it the other way round.",
    zh="你沿 P 的错误的轴求和：P[s, a, s'] 是从 s 到 s'，你把方向读反了。",
)
def value_iteration(P, R, gamma, tol):
    with np.errstate(all="ignore"):
        V = sweeps(np.max(R, axis=1), tol, lambda V: np.max(R + gamma * np.einsum("tas,t->sa", P, V), axis=1))
        return V, np.argmax(R + gamma * np.einsum("tas,t->sa", P, V), axis=1)


@misconception(
    "policy-of-rewards",
    entry="",
    en="Your values are right, but your policy takes the largest immediate reward. It has to look ahead as they do.",
    zh="你的价值是对的，策略却只看即时奖励。策略也要像价值一样往前看。",
)
def value_iteration(P, R, gamma, tol):
    return right(P, R, gamma, tol), np.argmax(R, axis=1)


@misconception(
    "policy-without-rewards",
    entry="",
    en="Your values are right, but your policy only looks where an action leads. Its reward counts as well.",
    zh="你的价值是对的，策略却只看动作通向哪里。动作本身的奖励也要算。",
)
def value_iteration(P, R, gamma, tol):
    V = right(P, R, gamma, tol)
    return V, np.argmax(P @ V, axis=1)


@misconception(
    "policy-without-discount",
    entry="",
    en="Your values are right, but your policy adds what follows without the discount.",
    zh="你的价值是对的，但算策略时后续价值没有乘折扣。",
)
def value_iteration(P, R, gamma, tol):
    V = right(P, R, gamma, tol)
    return V, np.argmax(R + P @ V, axis=1)


@misconception(
    "policy-of-floats",
    entry="",
    en="Your policy is right, but its actions are floating-point numbers. Actions are indices: integers.",
    zh="你的策略是对的，但动作是浮点数。动作是下标，应为整数。",
)
def value_iteration(P, R, gamma, tol):
    V = right(P, R, gamma, tol)
    return V, np.argmax(R + gamma * (P @ V), axis=1).astype(float)


@misconception(
    "values-of-actions",
    entry="",
    en="You returned the values of all actions, (S, A). A state's value is that of its best action.",
    zh="你返回的是所有动作的价值，形状为 (S, A)。状态的价值是其中最好动作的价值。",
)
def value_iteration(P, R, gamma, tol):
    Q = R + gamma * (P @ right(P, R, gamma, tol))
    return Q, np.argmax(Q, axis=1)


@misconception(
    "policy-first",
    entry="",
    en="Your two results are exchanged: the values come first, then the policy.",
    zh="你的两个返回值顺序反了：先是价值，后是策略。",
)
def value_iteration(P, R, gamma, tol):
    V = right(P, R, gamma, tol)
    return np.argmax(R + gamma * (P @ V), axis=1), V


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your values are kept in an array with the dtype of R: for integer rewards every sweep cuts the fractions off.",
    zh="你把价值存在与 R 同 dtype 的数组里：奖励是整数时，每一遍都会截掉小数。",
)
def value_iteration(P, R, gamma, tol):
    V = sweeps(np.max(R, axis=1), tol, lambda V: np.max(R + gamma * (P @ V), axis=1).astype(R.dtype))
    return V, np.argmax(R + gamma * (P @ V), axis=1)


@misconception(
    "float32-lost",
    entry="X16",
    en="Your values are float64 although P and R are float32: they were kept in an array of the default dtype.",
    zh="P 和 R 是 float32，你的价值却是 float64：它们被存进了默认 dtype 的数组。",
)
def value_iteration(P, R, gamma, tol):
    V = right(P, R, gamma, tol)
    return V.astype(np.float64), np.argmax(R + gamma * (P @ V), axis=1)
