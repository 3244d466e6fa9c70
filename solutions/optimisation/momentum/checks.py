"""Hidden checks of momentum_step."""

import numpy as np

from grader.checks import check, close, unpack

NAMES = ("theta", "velocity")


def same(answer, expected):
    """Hold that both parts are right, the velocity before the parameters."""
    theta, velocity = unpack(answer, *NAMES)
    close(velocity, expected[1], "velocity")
    close(theta, expected[0], "theta")


@check(
    "slows the old velocity, adds the downhill step, and returns the new velocity",
    zh="旧速度按 beta 减慢，加上下坡的一步，返回新的速度",
    points=2,
)
def test_velocity(submission, reference, rng):
    for shape, lr, beta in [((5,), 0.3, 0.6), ((4, 3), 0.05, 0.95), ((2, 3, 4), 1.7, 0.25)]:
        theta, velocity, grad = rng.normal(size=(3, *shape))
        _, expected = reference.optimizers.momentum_step(theta, velocity, grad, lr, beta)
        _, answer = unpack(submission.momentum_step(theta, velocity, grad, lr, beta), *NAMES)
        close(answer, expected, "velocity")


@check(
    "moves theta by the new velocity, over five steps with changing gradients",
    zh="用新的速度移动参数，梯度变化时连续五步都正确",
    points=2,
)
def test_walk(submission, reference, rng):
    state = rng.normal(size=(2, 3)), np.zeros((2, 3))
    for lr, grad in zip((0.3, 0.3, 0.2, 0.2, 0.1), 2 * rng.normal(size=(5, 2, 3))):
        answer = submission.momentum_step(*state, grad, lr, beta=0.7)
        state = reference.optimizers.momentum_step(*state, grad, lr, beta=0.7)
        same(answer, state)


@check(
    "keeps 0.9 of the velocity by default, and none of it where beta is 0",
    zh="默认保留 0.9 的速度；beta 为 0 时完全不保留",
    points=1,
)
def test_beta(submission, reference, rng):
    theta, velocity, grad = rng.uniform(1, 3, size=(3, 3, 2))
    same(
        submission.momentum_step(theta, velocity, grad, 0.2),
        reference.optimizers.momentum_step(theta, velocity, grad, 0.2),
    )
    plain = theta - 0.2 * grad, -0.2 * grad
    same(submission.momentum_step(theta, velocity, grad, 0.2, 0.0), plain)


@check(
    "computes integers as float64, and rolls on where the gradient is zero",
    zh="整数按 float64 计算；梯度为零时靠惯性继续前进",
    points=1,
)
def test_integers_and_zeros(submission, reference, rng):
    theta, velocity, grad = rng.integers(1, 10, size=(3, 2, 3))
    for start, pace, slope in [(theta, velocity, grad), (theta, 0.5 * velocity, grad), (theta, velocity, 0 * grad)]:
        expected = reference.optimizers.momentum_step(start, pace, slope, 0.3, 0.55)
        same(submission.momentum_step(start, pace, slope, 0.3, 0.55), expected)


@check(
    "holds for one element, float32, large values and strided arrays",
    zh="单个元素、float32、数值很大、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    wide, tall = rng.normal(size=(3, 8)), rng.normal(size=(2, 3, 4))
    strided = wide[:, ::2], np.asfortranarray(tall[0]), wide[:, 1::2]
    single = rng.normal(size=(3, 2, 2, 5)).astype(np.float32)
    for theta, velocity, grad in [strided, single, rng.normal(size=(3, 1)), 1e12 * rng.normal(size=(3, 2, 3))]:
        expected = reference.optimizers.momentum_step(theta, velocity, grad, 0.4)
        same(submission.momentum_step(theta, velocity, grad, 0.4), expected)
