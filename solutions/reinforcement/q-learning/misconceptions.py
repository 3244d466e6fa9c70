"""Wrong answers to q_update and q_learning that people really give."""

import numpy as np

from grader.checks import misconception


def moved(Q, s, a, target, alpha):
    """A table whose entry (s, a) has moved by the share alpha towards the target."""
    new = np.array(Q, dtype=Q.dtype if Q.dtype.kind == "f" else np.float64)
    new[s, a] += alpha * (target - new[s, a])
    return new


def right(Q, s, a, r, s_next, done, alpha, gamma):
    """The right table."""
    return moved(Q, s, a, r if done else r + gamma * np.max(Q[s_next]), alpha)


def choose(values, epsilon, rng):
    """A random action with probability epsilon, else one of the best."""
    explores = rng.random() < epsilon
    return int(rng.choice(np.arange(len(values)) if explores else np.flatnonzero(values == np.max(values))))


def play(reset, step, Q, episodes, alpha, gamma, epsilon, rng):
    """The right agent, from a table Q."""
    for _ in range(episodes):
        s, done = reset(), False
        while not done:
            a = choose(Q[s], epsilon, rng)
            s_next, r, done = step(a)
            Q = right(Q, s, a, r, s_next, done, alpha, gamma)
            s = s_next
    return Q


# --- one correction


@misconception(
    "no-bootstrapping",
    entry="",
    en="Your target is the reward alone in every step. Where the episode goes on, the discounted best value "
    "of the next state belongs to it.",
    zh="你的目标在每一步都只有奖励。回合还没结束时，还要加上折扣后的下一状态最大价值。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return moved(Q, s, a, r, alpha)


@misconception(
    "bootstraps-through-the-end",
    entry="RL6",
    en="You added the value of the next state even where the episode ends. Nothing follows such a step: "
    "`done` has to cut that term off.",
    zh="回合结束时你仍然加上了下一状态的价值。这一步之后什么都没有了：要用 `done` 去掉这一项。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return moved(Q, s, a, r + gamma * np.max(Q[s_next]), alpha)


@misconception(
    "done-the-wrong-way-round",
    entry="RL6",
    en="You add the value of the next state where the episode ends, and leave it out where it goes on: "
    "`done` is used the wrong way round.",
    zh="回合结束时你加上了下一状态的价值，没结束时反而没加：`done` 用反了。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return moved(Q, s, a, r + gamma * np.max(Q[s_next]) if done else r, alpha)


@misconception(
    "last-reward-dropped",
    entry="RL6",
    en="Your target is 0 where the episode ends. Only what would follow is cut off; the reward was earned.",
    zh="回合结束时你的目标成了 0。要去掉的只是后续部分，这一步的奖励已经得到了。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return moved(Q, s, a, 0.0 if done else r + gamma * np.max(Q[s_next]), alpha)


@misconception(
    "last-step-not-learned",
    entry="RL6",
    en="Your table does not change where the episode ends. That step counts as well: its reward is the target.",
    zh="回合结束的那一步你没有更新表。这一步同样要学习，目标就是它的奖励。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return Q + 0.0 if done else right(Q, s, a, r, s_next, done, alpha, gamma)


@misconception(
    "wrong-sign",
    entry="RL8",
    en="Your entry moves away from the target: the sign of the correction is wrong.",
    zh="你的值朝远离目标的方向移动：修正量的符号反了。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return moved(Q, s, a, r if done else r + gamma * np.max(Q[s_next]), -alpha)


@misconception(
    "jumps-to-the-target",
    entry="",
    en="Your entry is the target itself: alpha has no part in it. It moves by the share alpha only.",
    zh="你直接把值换成了目标：alpha 没有起作用。只应移动 alpha 这么大的比例。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return right(Q, s, a, r, s_next, done, 1.0, gamma)


@misconception(
    "adds-the-target",
    entry="",
    en="You added alpha times the target to the old value. The difference between target and old value is due: "
    "otherwise the values grow for ever.",
    zh="你把 alpha 乘目标加到了旧值上。应该加的是 alpha 乘“目标与旧值之差”，否则价值会越来越大。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return right(Q, s, a, r, s_next, done, alpha, gamma) + alpha * Q * one(Q, s, a)


def one(Q, s, a):
    """1 at (s, a), 0 elsewhere, in a float dtype of the table."""
    mask = np.zeros_like(Q, dtype=Q.dtype if Q.dtype.kind == "f" else np.float64)
    mask[s, a] = 1
    return mask


@misconception(
    "alpha-for-the-old-value",
    entry="",
    en="Your weights are exchanged: alpha belongs to the target, 1 - alpha to the old value.",
    zh="你的两个权重反了：alpha 是目标的，1 - alpha 是旧值的。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return right(Q, s, a, r, s_next, done, 1 - alpha, gamma)


@misconception(
    "no-discount",
    entry="",
    en="Your target adds the value of the next state in full: gamma is missing.",
    zh="你的目标原样加上了下一状态的价值，没有乘 gamma。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return right(Q, s, a, r, s_next, done, alpha, 1.0)


@misconception(
    "discounts-the-reward",
    entry="",
    en="Your target discounts the reward, too. Only the value of the next state is discounted.",
    zh="你把奖励也打了折扣。只有下一状态的价值要打折。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return right(Q, s, a, gamma * r, s_next, done, alpha, gamma)


@misconception(
    "same-action-again",
    entry="RL9",
    en="Your target takes the value of the same action in the next state. The best action there counts.",
    zh="你的目标用的是下一状态中同一个动作的价值。应取那里最好的动作的价值。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return moved(Q, s, a, r if done else r + gamma * Q[s_next, a], alpha)


@misconception(
    "maximum-over-the-table",
    entry="X05",
    en="Your maximum runs over the whole table. Only the row of the next state counts.",
    zh="你对整张表取了最大值。只应看下一状态那一行。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return moved(Q, s, a, r if done else r + gamma * np.max(Q), alpha)


@misconception(
    "maximum-over-states",
    entry="X05",
    en="Your maximum runs along the wrong axis: over the states, for one action. It runs over the actions "
    "of the next state.",
    zh="你的最大值取错了轴：对同一个动作跨状态取了最大。应在下一状态的各个动作中取最大。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return moved(Q, s, a, r if done else r + gamma * np.max(Q, axis=0)[a], alpha)


@misconception(
    "maximum-of-the-old-state",
    entry="",
    en="Your target takes the best value of the state that was left. It belongs to the state that followed.",
    zh="你的目标用的是原状态的最大价值。应该用到达的下一状态的。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return moved(Q, s, a, r if done else r + gamma * np.max(Q[s]), alpha)


@misconception(
    "mean-of-the-next-state",
    entry="",
    en="Your target averages over the actions of the next state: that is the value of acting at random. "
    "Take the best action.",
    zh="你的目标对下一状态的各个动作取了平均，那是随机行动的价值。应取最好的动作。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return moved(Q, s, a, r if done else r + gamma * np.mean(Q[s_next]), alpha)


@misconception(
    "action-for-value",
    entry="",
    en="Your target adds the index of the best action instead of its value.",
    zh="你的目标加的是最好动作的下标，而不是它的价值。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return moved(Q, s, a, r if done else r + gamma * np.argmax(Q[s_next]), alpha)


@misconception(
    "best-starts-at-zero",
    entry="RL1",
    en="Your maximum starts from 0: where all values of the next state are negative, you add 0.",
    zh="你求最大值时从 0 开始比：下一状态的价值全为负时，你加上的是 0。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return moved(Q, s, a, r if done else r + gamma * max(0, np.max(Q[s_next])), alpha)


@misconception(
    "next-row-changed",
    entry="",
    en="You changed the row of the state that followed. What was learned is about the state that was left, Q[s, a].",
    zh="你改的是下一状态那一行。学到的是关于原状态的：应改 Q[s, a]。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return moved(Q, s_next, a, r if done else r + gamma * np.max(Q[s_next]), alpha)


@misconception(
    "whole-row-changed",
    entry="",
    en="You changed all actions of the state. Only the action that was taken has shown what it is worth.",
    zh="你改了该状态的所有动作。只有真正做过的那个动作才显示出了它的价值。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return moved(Q, s, slice(None), r if done else r + gamma * np.max(Q[s_next]), alpha)


@misconception(
    "old-table-changed",
    entry="X02",
    en="You wrote into the caller's table. Return a new one.",
    zh="你改动了调用者的表。应返回一张新表。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    target = r if done else r + gamma * np.max(Q[s_next])
    Q[s, a] += np.array(alpha * (target - Q[s, a])).astype(Q.dtype)
    return Q


@misconception(
    "number-for-table",
    entry="",
    en="You returned the new value of one entry. The whole table is asked for.",
    zh="你只返回了一个数的新值。题目要的是整张表。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return right(Q, s, a, r, s_next, done, alpha, gamma)[s, a]


@misconception("number-for-table")
def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    return play(reset, step, np.zeros((n_states, n_actions)), episodes, alpha, gamma, epsilon, rng)


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your new table has the dtype of Q: for integers the fractions are cut off.",
    zh="你的新表沿用了 Q 的 dtype：Q 是整数时小数被截掉了。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return right(Q, s, a, r, s_next, done, alpha, gamma).astype(Q.dtype)


@misconception(
    "float32-lost",
    entry="X16",
    en="Your new table is float64 although Q is float32.",
    zh="Q 是 float32，你的新表却成了 float64。",
)
def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    return right(Q.astype(np.float64), s, a, r, s_next, done, alpha, gamma)


# --- the agent


@misconception(
    "never-explores",
    entry="RL11",
    en="Your agent always takes the best action that it knows: epsilon has no part in its choice, "
    "and what it never tried stays unknown.",
    zh="你的智能体总取已知最好的动作：epsilon 没有起作用，没试过的动作永远不知道好坏。",
)
def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    return play(reset, step, np.zeros((n_states, n_actions)), episodes, alpha, gamma, 0.0, rng)


@misconception(
    "always-explores",
    entry="RL11",
    en="Your agent always acts at random: epsilon has no part in its choice, and what it learned is never used.",
    zh="你的智能体总是随机行动：epsilon 没有起作用，学到的东西从来没有用上。",
)
def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    return play(reset, step, np.zeros((n_states, n_actions)), episodes, alpha, gamma, 1.0, rng)


@misconception(
    "explores-with-one-minus-epsilon",
    entry="RL11",
    en="Your agent explores with probability 1 - epsilon: the two branches are exchanged.",
    zh="你的智能体以 1 - epsilon 的概率探索：两个分支写反了。",
)
def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    return play(reset, step, np.zeros((n_states, n_actions)), episodes, alpha, gamma, 1 - epsilon, rng)


@misconception(
    "sarsa",
    entry="RL9",
    en="Your target takes the action that the agent will really take next. That is SARSA: it learns what the exploring "
    "policy is worth. Q-learning takes the best action of the next state.",
    zh="你的目标用的是智能体下一步真正要做的动作，那是 SARSA：学到的是带探索的策略的价值。"
    "Q 学习用的是下一状态的最好动作。",
)
def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    rng, Q = np.random.default_rng(seed), np.zeros((n_states, n_actions))
    for _ in range(episodes):
        s, done = reset(), False
        a = choose(Q[s], epsilon, rng)
        while not done:
            s_next, r, done = step(a)
            a_next = choose(Q[s_next], epsilon, rng)
            Q = moved(Q, s, a, r if done else r + gamma * Q[s_next, a_next], alpha)
            s, a = s_next, a_next
    return Q


@misconception(
    "state-stands-still",
    entry="",
    en="Your agent learns as if every step began in the first state of the episode: s does not become s_next.",
    zh="你的智能体学习时，好像每一步都从回合的第一个状态出发：没有把 s 换成 s_next。",
)
def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    rng, Q = np.random.default_rng(seed), np.zeros((n_states, n_actions))
    for _ in range(episodes):
        s, done = reset(), False
        while not done:
            a = choose(Q[s], epsilon, rng)
            s_next, r, done = step(a)
            Q = right(Q, s, a, r, s_next, done, alpha, gamma)
    return Q


@misconception(
    "reset-once",
    entry="",
    en="You called reset only once. After the end of an episode the next one begins with another reset.",
    zh="你只调用了一次 reset。一个回合结束后，下一个回合要重新 reset。",
)
def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    s = reset()
    return play(
        lambda: s, step, np.zeros((n_states, n_actions)), episodes, alpha, gamma, epsilon, np.random.default_rng(seed)
    )


@misconception(
    "one-step-per-episode",
    entry="",
    en="Your episodes have one step: after it you call reset again. An episode goes on until `done`.",
    zh="你的每个回合只有一步，然后就又 reset 了。回合要一直进行到 `done`。",
)
def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    rng, Q = np.random.default_rng(seed), np.zeros((n_states, n_actions))
    for _ in range(episodes):
        s = reset()
        a = choose(Q[s], epsilon, rng)
        s_next, r, done = step(a)
        Q = right(Q, s, a, r, s_next, done, alpha, gamma)
    return Q


@misconception(
    "stops-before-the-last-step",
    entry="RL6",
    en="Your loop ends before the last step of an episode is learned from. Where the only reward comes at the end, "
    "nothing is learned at all.",
    zh="你的循环在学习最后一步之前就退出了。如果奖励只在最后出现，就什么也学不到。",
)
def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    rng, Q = np.random.default_rng(seed), np.zeros((n_states, n_actions))
    for _ in range(episodes):
        s, done = reset(), False
        while not done:
            a = choose(Q[s], epsilon, rng)
            s_next, r, done = step(a)
            if not done:
                Q = right(Q, s, a, r, s_next, done, alpha, gamma)
            s = s_next
    return Q


@misconception(
    "result-thrown-away",
    entry="",
    en="Your table is still all zeros: q_update returns a new table, and you did not keep it.",
    zh="你的表仍然全是零：q_update 返回的是新表，而你没有接住它。",
)
def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    return play(
        reset, step, np.zeros((n_states, n_actions)), episodes, 0.0, gamma, epsilon, np.random.default_rng(seed)
    )


@misconception(
    "learns-at-the-end",
    entry="",
    en="Your agent plays an episode first and learns from its steps afterwards, from the last to the first. "
    "It learns after every step, before the next one.",
    zh="你的智能体先玩完一个回合，再从后往前学习。应当每走一步就学习一次，然后再走下一步。",
)
def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    rng, Q = np.random.default_rng(seed), np.zeros((n_states, n_actions))
    for _ in range(episodes):
        s, done, seen = reset(), False, []
        while not done:
            a = choose(Q[s], epsilon, rng)
            s_next, r, done = step(a)
            seen.append((s, a, r, s_next, done))
            s = s_next
        for one_step in reversed(seen):
            Q = right(Q, *one_step, alpha, gamma)
    return Q


@misconception(
    "random-start",
    entry="",
    en="Your table does not start from zeros: what it began with is still in the rows that were never visited, "
    "and in part in the others.",
    zh="你的表不是从零开始的：没到过的行里仍是初始值，其余各行里也还留有一部分。",
)
def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    return play(reset, step, rng.random((n_states, n_actions)), episodes, alpha, gamma, epsilon, rng)


@misconception(
    "seed-unused",
    entry="X08",
    en="Your actions do not depend on the seed: two runs with the same one differ, or two with different ones agree.",
    zh="你的动作不取决于种子：同一个种子的两次运行不同，或者不同的种子得到相同的结果。",
)
def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng()
    return play(reset, step, np.zeros((n_states, n_actions)), episodes, alpha, gamma, epsilon, rng)


@misconception(
    "policy-for-table",
    entry="",
    en="You returned the best action of every state. The table of values is asked for.",
    zh="你返回的是每个状态的最好动作。题目要的是价值表。",
)
def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    Q = play(reset, step, np.zeros((n_states, n_actions)), episodes, alpha, gamma, epsilon, rng)
    return np.argmax(Q, axis=1)
