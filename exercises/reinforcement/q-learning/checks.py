"""Public checks of q_update and q_learning: the statement's examples and what a step changes."""

import numpy as np

from grader.checks import check, close


class Corridor:
    """States in a row and one action, which goes on by one; the last step pays and ends."""

    def __init__(self, rewards):
        self.rewards, self.s = rewards, None

    def reset(self):
        self.s = 0
        return 0

    def step(self, a):
        if self.s is None:
            raise RuntimeError("the episode is over: call reset first")
        if a != 0:
            raise ValueError(f"the only action is 0. Received: {a}")
        s, done = self.s + 1, self.s + 1 == len(self.rewards)
        reward = self.rewards[self.s]
        self.s = None if done else s
        return s, reward, done


@check(
    "gives the correction and the three episodes of the worked example",
    zh="算对题目例子中的一次修正和三个回合",
    points=1,
)
def test_worked_example(submission):
    Q = np.array([[1.0, 0.0], [4.0, 8.0]])
    close(submission.q_update(Q, 0, 0, 1.0, 1, False, 0.5, 0.5), np.array([[3.0, 0.0], [4.0, 8.0]]))
    close(submission.q_update(Q, 0, 0, 1.0, 1, True, 0.5, 0.5), Q)
    corridor = Corridor([0.0, 8.0])
    learned = submission.q_learning(corridor.reset, corridor.step, 3, 1, 3, 0.5, 0.5, 0.1, 0)
    close(learned, np.array([[2.0], [7.0], [0.0]]))


@check("changes the entry of the action taken, and no other", zh="只改变所做动作对应的那个数，其他不变", points=1)
def test_one_entry(submission):
    Q = np.array([[2.0, -1.0, 0.5], [0.0, 3.0, -4.0]])
    learned = submission.q_update(Q, 1, 2, -2.0, 0, False, 0.25, 1.0)
    close(learned, np.array([[2.0, -1.0, 0.5], [0.0, 3.0, -3.0]]))
