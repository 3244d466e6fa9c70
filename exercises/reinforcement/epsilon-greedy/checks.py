"""Public checks of epsilon_greedy: the statement's example and a single action."""

import numpy as np

from grader.checks import check, close


@check("makes the three choices of the worked example", zh="算对题目例子中的三次选择", points=1)
def test_worked_example(submission):
    q_values = np.array([1.0, 5.0, 2.0])
    for u, random_action, chosen in [(0.5, 2, 1), (0.05, 2, 2), (0.1, 0, 1)]:
        close(submission.epsilon_greedy(q_values, 0.1, u, random_action), chosen)


@check("has no choice with one action", zh="只有一个动作时别无选择", points=1)
def test_one_action(submission):
    for u in (0.0, 0.9):
        close(submission.epsilon_greedy(np.array([-3.0]), 0.5, u, 0), 0)
