"""Hidden checks of q_update and q_learning.

What an agent learns from random exploration depends on its random numbers, and any are right. So each environment
here is one in which all right agents learn the same table: there is one action, or no exploration, or rewards and
transitions without chance and episodes enough that a right agent misses the exact values with probability < 1e-9.
"""

import numpy as np

from grader.checks import check, close, require

PATIENCE = 2000  # in the environments here, 1000 steps in one episode have a probability below 1e-9


class World:
    """An environment of the reference that keeps count: steps of the episode, episodes ended, actions taken."""

    def __init__(self, environment):
        self.environment = environment
        self.size = environment.n_states, environment.n_actions
        self.steps, self.ended, self.actions = 0, 0, []

    def reset(self):
        self.steps = 0
        return self.environment.reset()

    def step(self, a):
        self.steps += 1
        if self.steps > PATIENCE:
            raise RuntimeError(f"{PATIENCE} steps and the episode has not ended: does the agent explore?")
        s_next, r, done = self.environment.step(a)
        self.actions.append(int(a))
        self.ended += done
        return s_next, r, done

    def play(self, submission, *settings):
        """The table that the submission learns here.

        Two corrections come first, not to be held: a right one changes nothing. They tell the diagnosis a wrong
        correction from a wrong agent, so that it need not repeat the play for each wrong correction that it knows.
        """
        for step in [(0, 0, 1.0, 1, False), (0, 1, 0.5, 1, True)]:
            submission.q_update(np.array([[3.0, 0.5], [-1.0, 8.0]]), *step, 0.5, 0.25)
        return submission.q_learning(self.reset, self.step, *self.size, *settings)


def path(reference, rng, length, ring):
    """One action, which leads through all states in a random order; a ring ends where it began."""
    order = rng.permutation(length)
    order = np.append(order, order[0]) if ring else order
    P, rewards = np.zeros((length, 1, length)), np.zeros((length, 1, length))
    P[order[:-1], 0, order[1:]] = 1
    rewards[order[:-1], 0, order[1:]] = rng.choice([-1.0, 1.0], len(order) - 1) * rng.uniform(1, 4, len(order) - 1)
    P[order[-1], 0, order[-1]] += not ring
    return reference.environments.Environment(P, rewards, np.arange(length) == order[-1], start=int(order[0]))


def values_on_path(environment, episodes, alpha, gamma):
    """What every right agent has learned after some episodes with a single action."""
    Q = np.zeros((environment.n_states, 1))
    for _ in range(episodes):
        s, done = environment.reset(), False
        while not done:
            s_next, r, done = environment.step(0)
            Q[s] += alpha * (r + (0 if done else gamma * Q[s_next]) - Q[s])
            s = s_next
    return Q


def a_choice(reference, rng):
    """Three actions: one ends the episode at once, two lead to a room where three actions end it; no chance."""
    P, rewards = np.zeros((4, 3, 4)), np.zeros((4, 3, 4))  # states: start, room, wall, end
    following = rng.permutation([1, 1, 3])
    P[0, np.arange(3), following] = P[1, :, 3] = P[2, :, 2] = P[3, :, 3] = 1
    rewards[0, np.arange(3), following] = np.where(following == 3, 3.0, rng.permutation([-1.0, 0.5, 1.5]))
    rewards[1, :, 3] = rng.permutation([2.0, -4.0, 6.0])
    return reference.environments.Environment(P, rewards, np.arange(4) >= 2, start=0)


def optimal(reference, environment, gamma):
    """The values of all actions under the best policy."""
    V, _ = reference.value_iteration.value_iteration(environment.P, environment.R, gamma, 1e-12)
    return reference.value_iteration.action_values(environment.P, environment.R, V, gamma)


def corrections(submission, reference, Q, steps, alpha, gamma):
    """Hold the table after each of some steps (s, a, r, s_next, done)."""
    for step in steps:
        close(submission.q_update(Q, *step, alpha, gamma), reference.q_learning.q_update(Q, *step, alpha, gamma))


@check(
    "moves one entry by alpha towards the reward plus the discounted best of the next state",
    zh="让一个数朝“奖励加折扣后的下一状态最大价值”移动 alpha 的比例",
    points=3,
)
def test_update(submission, reference, rng):
    for shape, shift in [((5, 3), 0.0), ((3, 4), -9.0), ((4, 2), 9.0)]:
        Q = rng.permutation(np.linspace(-6.0, 6.0, shape[0] * shape[1])).reshape(shape) + shift
        states = rng.permutation(shape[0])
        steps = [(states[i], rng.integers(shape[1]), rng.normal(0, 3), states[i - 1], False) for i in range(3)]
        steps.append((states[0], rng.integers(shape[1]), 2.5, states[0], False))  # stays where it is
        steps = [(int(s), int(a), float(r), int(s_next), done) for s, a, r, s_next, done in steps]
        corrections(submission, reference, Q, steps, 0.3, 0.9)
        corrections(submission, reference, Q, steps[:1], 0.8, 0.4)


@check(
    "takes the reward alone where the episode ends; integers, float32 and strided tables too",
    zh="回合结束时目标只是奖励；整数、float32、内存不连续的表也成立",
    points=2,
)
def test_update_at_the_end(submission, reference, rng):
    Q = rng.permutation(np.linspace(-6.0, 6.0, 12)).reshape(4, 3)
    for s, a, s_next in [(0, 1, 2), (3, 0, 1), (2, 2, 2)]:
        corrections(submission, reference, Q, [(s, a, float(rng.normal(0, 3)), s_next, True)], 0.4, 0.9)
    whole = rng.permutation(np.arange(-7, 8)).reshape(5, 3)
    for table in (Q.astype(np.float32), whole, np.asfortranarray(Q), np.repeat(Q, 2, axis=1)[:, ::2]):
        corrections(submission, reference, table, [(1, 2, 1.25, 3, False), (2, 0, -3.0, 0, True)], 0.25, 0.5)
    corrections(submission, reference, np.array([[3.5]]), [(0, 0, -2.0, 0, False), (0, 0, 4.0, 0, True)], 0.5, 0.8)


@check(
    "learns after every step, from each state to the next, for as many episodes as asked",
    zh="每走一步都学习，状态依次前进，回合数与要求一致",
    points=4,
)
def test_single_path(submission, reference, rng):
    for length, ring, episodes, alpha, gamma in [
        (4, False, 3, 0.6, 0.9),
        (3, True, 5, 0.3, 0.8),
        (5, False, 4, 0.5, 1.0),
    ]:
        world = World(path(reference, rng, length, ring))
        learned = world.play(submission, episodes, alpha, gamma, 0.2, 3)
        close(learned, values_on_path(world.environment, episodes, alpha, gamma))


@check(
    "learns the values of the best policy while it explores, and so the way",
    zh="一边探索一边学会最优策略的价值，从而找到路",
    points=5,
)
def test_learns_the_best_policy(submission, reference, rng):
    # A wrong correction shows in a few steps; the long plays are for agents that correct as they should.
    world = World(path(reference, rng, 4, ring=True))
    close(world.play(submission, 2, 0.5, 0.9, 0.5, 8), values_on_path(world.environment, 2, 0.5, 0.9))
    # Misses: 3 (7/9)^n for an action of the room in n episodes, then 3 (2/3)^n for one of the start.
    world = World(a_choice(reference, rng))
    close(world.play(submission, 160, 1.0, 0.8, 1.0, 11), optimal(reference, world.environment, 0.8))
    # Misses: 2 (0.7)^n, for each state is passed in every episode and left to the left with probability 0.3 or more.
    world = World(reference.environments.chain(3))
    close(world.play(submission, 70, 1.0, 0.7, 0.6, 5), optimal(reference, world.environment, 0.7))


@check(
    "with epsilon 0 takes only the best action, once all have disappointed",
    zh="epsilon 为 0 时，各个动作都试过失望之后，只取最好的动作",
    points=2,
)
def test_greedy(submission, reference, rng):
    # All rewards are below the 0 of the start, so each arm is tried once; then the best one stays the best.
    means = -rng.permutation([1.0, 3.0, 4.5])
    world = World(reference.environments.bandit(means, noise=0.0))
    learned = world.play(submission, 8, 0.5, 0.9, 0.0, 2)
    pulls = np.where(means == -1.0, 8 - 2, 1)
    close(learned, np.array([means * (1 - 0.5**pulls), np.zeros(3)]))


@check("draws its random numbers from the seed", zh="随机数由种子决定", points=2)
def test_seed(submission, reference):
    # With a learning rate of 0 the table stays zero: only the actions show what was drawn.
    seen = []
    for seed in (0, 0, 1):
        world = World(reference.environments.bandit(np.arange(1.0, 9.0), noise=0.0))
        close(world.play(submission, 12, 0.0, 0.9, 1.0, seed), np.zeros((2, 8)))
        require(
            world.ended == 12,
            en=f"Expected 12 finished episodes. Received: {world.ended}.",
            zh=f"应完成 12 个回合。实际完成：{world.ended} 个。",
        )
        seen.append(world.actions)
    require(
        seen[0] == seen[1],
        en="The same seed gave different actions in two runs. Make the generator from `seed`, inside the function.",
        zh="同一个种子两次运行得到了不同的动作。请在函数内部用 `seed` 建立随机数生成器。",
    )
    require(
        seen[0] != seen[2],
        en="Two seeds gave the same 12 actions, though epsilon is 1. The actions must depend on `seed`.",
        zh="epsilon 为 1 时，两个不同的种子得到了同样的 12 个动作。动作应取决于 `seed`。",
    )
