"""Hidden checks of discounted_returns."""

import numpy as np

from grader.checks import check, close


def same(submission, reference, rewards, *rest):
    """Hold that the returns are the reference's, which takes float64 rewards."""
    expected = reference.returns.discounted_returns(np.array(rewards, dtype=np.float64), *rest)
    close(submission.discounted_returns(rewards, *rest), expected)


@check("sums the discounted rewards from each step on", zh="从每一步起对折扣后的奖励求和", points=2)
def test_one_episode(submission, reference, rng):
    for length, gamma in [(6, 0.9), (9, 0.6), (4, 1.0)]:
        same(submission, reference, rng.normal(1.0, 2.0, size=length), gamma)


@check("starts anew after every step that ends an episode", zh="每个结束回合的步之后重新开始", points=2)
def test_several_episodes(submission, reference, rng):
    lengths = rng.permutation([1, 2, 3, 4])
    dones = np.zeros(12, dtype=bool)
    dones[np.cumsum(lengths) - 1] = True  # the last two steps are an episode that was cut off
    rewards = rng.choice([-1.0, 1.0], size=12) * rng.uniform(0.5, 3, size=12)
    same(submission, reference, rewards, 0.8, dones)
    dones[-1] = True
    same(submission, reference, rewards, 0.7, dones)


@check(
    "returns float64 for integers, bytes and float32, without cutting fractions off",
    zh="整数、uint8、float32 的奖励也返回 float64，不丢掉小数",
    points=1,
)
def test_dtypes(submission, reference, rng):
    dones = np.array([False, True, False, False, False])
    whole = rng.integers(-9, 10, size=5)
    loud = rng.integers(150, 256, size=5, dtype=np.uint8)
    halves = rng.integers(-9, 10, size=5).astype(np.float32)  # with gamma = 0.5 also exact in float32
    for rewards in (whole, loud, halves):
        same(submission, reference, rewards, 0.5)
        same(submission, reference, rewards, 0.5, dones)


@check(
    "holds for one step, no discount, full discount, long episodes and strided arrays",
    zh="只有一步、不打折、完全折扣、回合很长、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    for dones in (np.array([False]), np.array([True])):
        same(submission, reference, rng.normal(size=1), 0.9, dones)
    rewards = rng.normal(size=(5, 2))[:, 0]
    for gamma in (0.0, 1.0):
        same(submission, reference, rewards, gamma, np.array([False, False, True, False, False]))
    same(submission, reference, rewards, 0.9, np.ones((5, 3), dtype=bool)[:, 1])
    same(submission, reference, rng.normal(size=300), 0.05)  # 0.05 ** 299 is 0
