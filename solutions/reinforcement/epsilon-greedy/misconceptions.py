"""Wrong answers to epsilon_greedy that people really give."""

import numpy as np

from grader.checks import misconception


@misconception(
    "inverted",
    entry="RL11",
    en="You explore with probability 1 - epsilon: the two branches are exchanged.",
    zh="你探索的概率成了 1 - epsilon：两个分支写反了。",
)
def epsilon_greedy(q_values, epsilon, u, random_action):
    return int(np.argmax(q_values)) if u < epsilon else random_action


@misconception(
    "explores-at-the-top",
    entry="RL11",
    en="You explore where u is above 1 - epsilon. That happens equally often, but the contract is u < epsilon.",
    zh="你在 u 大于 1 - epsilon 时探索。频率虽然相同，但题目规定的是 u < epsilon。",
)
def epsilon_greedy(q_values, epsilon, u, random_action):
    return random_action if u > 1 - epsilon else int(np.argmax(q_values))


@misconception(
    "explores-at-equality",
    entry="",
    en="You explore where u equals epsilon, too. Then epsilon = 0 does not rule exploration out: u can be 0.",
    zh="u 等于 epsilon 时你也探索了。这样 epsilon = 0 也不能保证不探索，因为 u 可以取到 0。",
)
def epsilon_greedy(q_values, epsilon, u, random_action):
    return random_action if u <= epsilon else int(np.argmax(q_values))


@misconception(
    "never-explores",
    entry="RL11",
    en="You always take the best action: `u` and `random_action` have no part in the choice.",
    zh="你总是取最好的动作：`u` 和 `random_action` 没有起作用。",
)
def epsilon_greedy(q_values, epsilon, u, random_action):
    return int(np.argmax(q_values))


@misconception(
    "always-explores",
    entry="RL11",
    en="You always take the random action: the values have no part in the choice.",
    zh="你总是取随机动作：价值没有起作用。",
)
def epsilon_greedy(q_values, epsilon, u, random_action):
    return random_action


@misconception(
    "random-action-excludes-best",
    entry="RL11",
    en="You moved on to another action when the random one was the best. The random action is taken as it is, "
    "and it may be the best one.",
    zh="随机动作恰好是最好的动作时，你换成了别的。随机动作应原样采用，它可以就是最好的那个。",
)
def epsilon_greedy(q_values, epsilon, u, random_action):
    best = int(np.argmax(q_values))
    if u < epsilon:
        return (random_action + 1) % len(q_values) if random_action == best else random_action
    return best


@misconception(
    "last-of-equal",
    entry="RL10",
    en="Of equally good actions you took the last; the lowest index is asked for. Look at `>=` and `>`.",
    zh="并列时你取了最后一个，题目要求取下标最小的。检查用的是 `>=` 还是 `>`。",
)
def epsilon_greedy(q_values, epsilon, u, random_action):
    return random_action if u < epsilon else len(q_values) - 1 - int(np.argmax(q_values[::-1]))


@misconception(
    "ties-at-random",
    entry="RL10",
    en="Where several actions are equally good, you took the random one. The lowest index of the best is asked for.",
    zh="几个动作并列最好时，你取了随机动作。题目要求取其中下标最小的。",
)
def epsilon_greedy(q_values, epsilon, u, random_action):
    several = np.sum(q_values == np.max(q_values)) > 1
    return random_action if u < epsilon or several else int(np.argmax(q_values))


@misconception(
    "value-not-index",
    entry="",
    en="Your greedy choice is the largest value. The action is its position.",
    zh="贪心时你返回的是最大的价值。动作是它所在的位置。",
)
def epsilon_greedy(q_values, epsilon, u, random_action):
    return random_action if u < epsilon else np.max(q_values)


@misconception(
    "value-of-the-random-action",
    entry="",
    en="You returned the value of an action in both cases. The action itself, its index, is asked for.",
    zh="两种情况下你返回的都是动作的价值。题目要的是动作本身，也就是它的下标。",
)
def epsilon_greedy(q_values, epsilon, u, random_action):
    return q_values[random_action] if u < epsilon else np.max(q_values)


@misconception(
    "smallest-value",
    entry="",
    en="Your greedy choice is the action with the smallest value. Values are rewards to come: the largest is best.",
    zh="贪心时你取了价值最小的动作。价值代表将来的奖励，越大越好。",
)
def epsilon_greedy(q_values, epsilon, u, random_action):
    return random_action if u < epsilon else int(np.argmin(q_values))


@misconception(
    "best-starts-at-zero",
    entry="RL1",
    en="Your search for the best action starts from the value 0. Where all values are negative, none beats that, "
    "and action 0 is taken.",
    zh="你寻找最好动作时从价值 0 开始比。价值全为负时没有一个能超过 0，于是总取动作 0。",
)
def epsilon_greedy(q_values, epsilon, u, random_action):
    best, largest = 0, 0
    for action, value in enumerate(q_values):
        if value > largest:
            best, largest = action, value
    return random_action if u < epsilon else best


@misconception(
    "largest-magnitude",
    entry="",
    en="Your greedy choice is the action whose value is farthest from 0. A very negative value is a very bad action.",
    zh="贪心时你取了绝对值最大的动作。很大的负值意味着很差的动作。",
)
def epsilon_greedy(q_values, epsilon, u, random_action):
    return random_action if u < epsilon else int(np.argmax(np.abs(np.asarray(q_values, dtype=float))))


@misconception(
    "index-in-an-array",
    entry="",
    en="Your greedy choice is an array that holds all best actions. One number is asked for: the lowest of them.",
    zh="贪心时你返回的是包含所有最好动作的数组。题目要一个数：其中下标最小的。",
)
def epsilon_greedy(q_values, epsilon, u, random_action):
    return random_action if u < epsilon else np.flatnonzero(q_values == np.max(q_values))


@misconception(
    "probabilities",
    entry="",
    en="Your result holds the probability of each action. The sample u is drawn already: one action is asked for.",
    zh="你返回的是每个动作的概率。样本 u 已经抽好，题目要的是选中的那个动作。",
)
def epsilon_greedy(q_values, epsilon, u, random_action):
    shares = np.full(len(q_values), epsilon / len(q_values))
    shares[np.argmax(q_values)] += 1 - epsilon
    return shares
