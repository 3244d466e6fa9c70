"""Wrong answers to discounted_returns that people really give."""

import numpy as np

from grader.checks import misconception


def fold(rewards, dones, combine):
    """Returns from the back: combine(reward, what follows), which is 0 after an end."""
    returns, following = np.zeros(len(rewards)), 0.0
    for t in reversed(range(len(rewards))):
        if dones is not None and dones[t]:
            following = 0.0
        following = combine(float(rewards[t]), following)
        returns[t] = following
    return returns


def plain(rewards, gamma, dones):
    """The right returns."""
    return fold(rewards, dones, lambda r, following: r + gamma * following)


def episode_steps(length, dones):
    """The number of each step within its episode."""
    steps, count = np.zeros(length), 0
    for t in range(length):
        steps[t] = count
        count = 0 if dones is not None and dones[t] else count + 1
    return steps


@misconception(
    "summed-forward",
    entry="RL13",
    en="You summed from the first step to the last: your numbers hold the rewards before each step. "
    "A return holds the rewards that follow.",
    zh="你是从第一步往后累加的，得到的是每一步之前的奖励。回报算的是之后的奖励。",
)
def discounted_returns(rewards, gamma, dones=None):
    totals, before = np.zeros(len(rewards)), 0.0
    for t in range(len(rewards)):
        before = float(rewards[t]) + gamma * before
        totals[t] = before
        if dones is not None and dones[t]:
            before = 0.0
    return totals


@misconception(
    "no-discount",
    entry="RL13",
    en="Your returns are plain sums: gamma has no part in them.",
    zh="你的回报只是奖励之和，gamma 没有起作用。",
)
def discounted_returns(rewards, gamma, dones=None):
    return fold(rewards, dones, lambda r, following: r + following)


@misconception(
    "discounted-from-the-start",
    entry="RL13",
    en="Your powers of gamma count from the start of the episode. For the return of step t they count from t: "
    "its own reward has the weight 1.",
    zh="你的 gamma 的幂次是从回合开头数起的。算第 t 步的回报时应从 t 数起：它自己的奖励权重为 1。",
)
def discounted_returns(rewards, gamma, dones=None):
    steps = episode_steps(len(rewards), dones)
    return plain(rewards, gamma, dones) * float(gamma) ** steps


@misconception(
    "next-discount-on-itself",
    entry="RL13",
    en="Your returns are the right ones times gamma: the reward of the step itself is discounted already.",
    zh="你的结果是正确回报的 gamma 倍：连当步自己的奖励也打了折扣。",
)
def discounted_returns(rewards, gamma, dones=None):
    return gamma * plain(rewards, gamma, dones)


@misconception(
    "discounts-the-reward",
    entry="RL13",
    en="You discount each reward once and add what follows in full. It is the return that follows which is discounted.",
    zh="你给每个奖励打了一次折扣，却把后续回报原样加上。应该打折扣的是后续回报。",
)
def discounted_returns(rewards, gamma, dones=None):
    return fold(rewards, dones, lambda r, following: gamma * r + following)


@misconception(
    "own-reward-left-out",
    entry="RL13",
    en="Your numbers are the returns of the following step: the reward of the step itself is missing.",
    zh="你得到的是下一步的回报：漏掉了当步自己的奖励。",
)
def discounted_returns(rewards, gamma, dones=None):
    following = np.append(plain(rewards, gamma, dones)[1:], 0.0)
    return following if dones is None else following * ~np.asarray(dones)


@misconception(
    "reversed-result",
    entry="",
    en="Your returns are right, but in the order in which they were computed: the last step comes first.",
    zh="你的回报数值都对，顺序却是计算时的顺序：最后一步排在了最前面。",
)
def discounted_returns(rewards, gamma, dones=None):
    return plain(rewards, gamma, dones)[::-1].copy()


@misconception(
    "dones-ignored",
    entry="",
    en="Your returns run on across the end of an episode: `dones` is not used.",
    zh="你的回报越过了回合的边界一直加下去：没有用到 `dones`。",
)
def discounted_returns(rewards, gamma, dones=None):
    return plain(rewards, gamma, None)


@misconception(
    "last-reward-dropped",
    entry="",
    en="Your returns are 0 where an episode ends. The reward of its last step was earned and counts; "
    "only what comes after it does not.",
    zh="在回合结束的那一步，你的回报成了 0。最后一步的奖励已经得到，应当计入；不计的只是它之后的部分。",
)
def discounted_returns(rewards, gamma, dones=None):
    kept = rewards if dones is None else np.where(dones, 0.0, rewards)
    return plain(kept, gamma, dones)


@misconception(
    "cut-one-step-early",
    entry="",
    en="You cut before the step that is done, not after it: its reward is lost to the steps of its own episode "
    "and it gets those of the next.",
    zh="你在结束回合的那一步之前截断了，而不是在它之后：同一回合的前几步拿不到它的奖励，它却算进了下一回合的奖励。",
)
def discounted_returns(rewards, gamma, dones=None):
    return plain(rewards, gamma, None if dones is None else np.append(dones[1:], True))


@misconception(
    "single-number",
    entry="",
    en="Your result is one number, the return of the first step. Every step has a return of its own.",
    zh="你只返回了一个数，即第一步的回报。每一步都有自己的回报。",
)
def discounted_returns(rewards, gamma, dones=None):
    return plain(rewards, gamma, dones)[0]


@misconception(
    "standardised",
    entry="",
    en="Your returns are shifted to mean 0 and scaled to standard deviation 1. Many training loops do that "
    "afterwards; the returns themselves are asked for.",
    zh="你把回报做了标准化（均值 0、标准差 1）。很多训练代码之后会这么做，但本题要的是回报本身。",
)
def discounted_returns(rewards, gamma, dones=None):
    returns = plain(rewards, gamma, dones)
    return (returns - returns.mean()) / (returns.std() + 1e-8)


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your result has the dtype of the rewards: with integers the fractions are cut off. The returns are float64.",
    zh="你的结果沿用了奖励的 dtype：奖励是整数时小数被截掉了。回报应为 float64。",
)
def discounted_returns(rewards, gamma, dones=None):
    returns, following = np.zeros_like(rewards), 0.0
    for t in reversed(range(len(rewards))):
        if dones is not None and dones[t]:
            following = 0.0
        following = float(rewards[t]) + gamma * following
        returns[t] = np.array(following).astype(rewards.dtype)
    return returns


@misconception(
    "divides-by-power",
    entry="",
    en="You summed from the start of the episode and divided by gamma^t. For a small gamma that power becomes 0, "
    "and the quotient 0/0.",
    zh="你先按回合开头累加，再除以 gamma^t。gamma 较小时这个幂会变成 0，商就成了 0/0。",
)
def discounted_returns(rewards, gamma, dones=None):
    powers = float(gamma) ** episode_steps(len(rewards), dones)
    return fold(rewards * powers, dones, lambda r, following: r + following) / powers
