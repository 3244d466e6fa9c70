"""Public checks of discounted_returns: the statement's example and what each step adds."""

import numpy as np

from grader.checks import check, close


@check("gives both columns of the worked example", zh="算对题目例子中的两列", points=1)
def test_worked_example(submission):
    rewards = np.array([1.0, 0.0, 4.0, 2.0])
    close(submission.discounted_returns(rewards, 0.5), np.array([2.25, 2.5, 5.0, 2.0]))
    dones = np.array([False, False, True, False])
    close(submission.discounted_returns(rewards, 0.5, dones), np.array([2.0, 2.0, 4.0, 2.0]))


@check(
    "counts steps to go without a discount, and only the reward itself with gamma = 0",
    zh="不打折时数出剩余步数；gamma = 0 时只剩当步奖励",
    points=1,
)
def test_extreme_discounts(submission):
    close(submission.discounted_returns(np.ones(5), 1.0), np.array([5.0, 4.0, 3.0, 2.0, 1.0]))
    rewards = np.array([3.0, -1.0, 2.0])
    close(submission.discounted_returns(rewards, 0.0), rewards)
