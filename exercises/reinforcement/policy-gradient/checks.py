"""Public checks of reinforce_gradient: the statement's example and an undecided policy."""

import numpy as np

from grader.checks import check, close


@check("gives (-0.75, 0.75) for the worked example", zh="算对题目中的例子，得 (-0.75, 0.75)", points=1)
def test_worked_example(submission):
    theta, states = np.array([[np.log(3.0), 0.0]]), np.array([[1.0], [-1.0]])
    gradient = submission.reinforce_gradient(theta, states, np.array([1, 0]), np.array([4.0, -2.0]))
    close(gradient, np.array([[-0.75, 0.75]]))


@check(
    "raises the action taken and lowers the others, for a policy that is undecided",
    zh="策略毫无偏好时，提高所选动作，降低其他动作",
    points=1,
)
def test_undecided(submission):
    states = np.array([[1.0, 0.0], [0.0, 2.0], [0.0, 0.0]])
    gradient = submission.reinforce_gradient(np.zeros((2, 4)), states, np.array([2, 0, 3]), np.array([12.0, 6.0, 5.0]))
    close(gradient, np.array([[-1.0, -1.0, 3.0, -1.0], [3.0, -1.0, -1.0, -1.0]]))
