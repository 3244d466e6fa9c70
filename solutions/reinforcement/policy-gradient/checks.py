"""Hidden checks of reinforce_gradient."""

import numpy as np

from grader.checks import check, close, gradcheck


def play(rng, T, d, k, scale=1.0):
    """Parameters, states, actions and returns: of both signs, with a mean away from 0."""
    returns = rng.choice([-1.0, 1.0, 1.0], size=T) * rng.uniform(0.5, 4.0, size=T)
    return scale * rng.normal(size=(d, k)), rng.normal(0.3, 1.0, size=(T, d)), rng.integers(k, size=T), returns


def same(submission, reference, *arguments):
    """Hold that the gradient is the reference's."""
    expected = reference.policy_gradient.reinforce_gradient(*arguments)
    close(submission.reinforce_gradient(*arguments), expected, "gradient")


@check("is the mean of returns times log-probability gradients", zh="等于回报乘对数概率梯度的平均", points=5)
def test_gradient(submission, reference, rng):
    for T, d, k in [(6, 3, 4), (5, 4, 2), (2, 5, 3)]:
        same(submission, reference, *play(rng, T, d, k))


@check("is the slope of the objective, uphill", zh="与目标函数的数值梯度一致，方向是上升", points=3)
def test_numerically(submission, reference, rng):
    theta, states, actions, returns = play(rng, 7, 2, 3, scale=2.0)

    def objective(theta):
        return reference.policy_gradient.reinforce_objective(theta, states, actions, returns)

    gradcheck(submission.reinforce_gradient(theta, states, actions, returns), objective, theta, "gradient")


@check(
    "uses the returns as they are: equal, zero, negative, one-sided",
    zh="回报原样使用：相等、为零、为负、一边倒时都对",
    points=3,
)
def test_returns(submission, reference, rng):
    theta, states, actions, returns = play(rng, 5, 3, 2)
    for G in (np.full(5, 2.5), -np.abs(returns), np.abs(returns) + 20, np.where(np.arange(5) == 2, 3.0, 0.0)):
        same(submission, reference, theta, states, actions, G)


@check("does not overflow with logits of a thousand", zh="logits 达到一千时不溢出", points=2)
def test_large_logits(submission, reference, rng):
    theta = np.array([[1000.0, -1000.0, 990.0], [-995.0, 1000.0, -1000.0]])
    states = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.001, 0.0]])
    same(submission, reference, theta, states, rng.permutation([0, 1, 2, 2]), rng.uniform(1, 4, size=4))


@check(
    "holds for one step, one feature, integers, float32, other integer dtypes and strided arrays",
    zh="只有一步、一个特征、整数、float32、其他整数类型、内存不连续时都成立",
    points=3,
)
def test_edges(submission, reference, rng):
    same(submission, reference, *play(rng, 1, 3, 2))
    same(submission, reference, *play(rng, 4, 1, 3))
    theta, states, actions, returns = play(rng, 5, 3, 4)
    single = [x.astype(np.float32) for x in (theta, states, returns)]
    same(submission, reference, single[0], single[1], actions, single[2])
    same(
        submission,
        reference,
        np.asfortranarray(theta),
        np.repeat(states, 2, axis=1)[:, ::2],
        actions.astype(np.uint8),
        returns,
    )
    whole = [rng.integers(-2, 3, size=x.shape) for x in (theta, states)]
    same(submission, reference, whole[0], whole[1], actions.astype(np.int32), np.array([3, -1, 4, 0, -5]))
