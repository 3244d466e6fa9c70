"""Hidden checks of epsilon_greedy."""

import numpy as np

from grader.checks import check, close


def choices(submission, reference, q_values, cases):
    """Hold the choice for every (epsilon, u, random action)."""
    for epsilon, u, random_action in cases:
        expected = reference.exploration.epsilon_greedy(q_values, epsilon, u, random_action)
        close(submission.epsilon_greedy(q_values, epsilon, u, random_action), expected)


@check("takes the best action unless u is below epsilon", zh="只要 u 不小于 epsilon，就取最好的动作", points=2)
def test_exploits(submission, reference, rng):
    for k in (4, 7):
        for _ in range(3):
            q_values = rng.permutation(np.linspace(-2.0, 3.0, k))
            epsilon = float(rng.uniform(0.1, 0.4))
            others = np.flatnonzero(np.arange(k) != np.argmax(q_values))
            cases = [(epsilon, u, int(rng.choice(others))) for u in (epsilon + 0.01, 0.5, 1 - epsilon + 0.01)]
            choices(submission, reference, q_values, cases)


@check(
    "takes the random action where u is below epsilon, even if it is the best one",
    zh="u 小于 epsilon 时取随机动作，即使它正好是最好的",
    points=1,
)
def test_explores(submission, reference, rng):
    q_values = rng.permutation(np.linspace(-4.0, 1.0, 6))
    for action in rng.permutation(6):
        epsilon = float(rng.uniform(0.3, 0.7))
        cases = [(epsilon, u, int(action)) for u in (0.05, epsilon - 0.01)]
        choices(submission, reference, q_values, [*cases, (epsilon, 0.95, int(action))])


@check(
    "never explores with epsilon 0, always with 1, and not where u equals epsilon",
    zh="epsilon 为 0 时从不探索，为 1 时总是探索；u 等于 epsilon 时不探索",
    points=1,
)
def test_boundaries(submission, reference, rng):
    q_values = rng.permutation([-1.0, 0.5, 2.0, 4.0, 8.0])
    worst = int(np.argmin(q_values))
    choices(submission, reference, q_values, [(0.0, 0.0, worst), (1.0, 0.999, worst), (0.25, 0.25, worst)])


@check(
    "chooses the first of equal actions, among negative values, integers and strided values too",
    zh="并列时取第一个；价值全为负数、为整数或内存不连续时也成立",
    points=1,
)
def test_values(submission, reference, rng):
    ties = np.array([1.0, 3.0, -2.0, 3.0, 3.0, 0.0])
    zeros = np.zeros(4)
    negative = -rng.permutation([2.0, 4.0, 8.0, 16.0, 32.0])
    if np.argmax(negative) == 0:
        negative = np.roll(negative, 2)
    large = np.array([-5, 2**53 + 1, 2**53, 7])
    narrow = rng.permutation(np.array([250, 3, 128, 127], dtype=np.uint8))
    table = rng.normal(size=(5, 3))
    for q_values in (ties, zeros, negative, large, narrow, table[:, 1], table.astype(np.float32)[::2, 0]):
        last = len(q_values) - 1
        choices(submission, reference, q_values, [(0.1, 0.6, last), (0.1, 0.05, last), (0.1, 0.95, 0)])
