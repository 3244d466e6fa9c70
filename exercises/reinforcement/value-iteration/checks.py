"""Public checks of value_iteration: the statement's example and a game that is over."""

import numpy as np

from grader.checks import check, close, unpack


@check("gives values and policy of the worked example", zh="算对题目例子中的价值和策略", points=1)
def test_worked_example(submission):
    P = np.array([[[0.0, 1.0], [0.5, 0.5]], [[0.0, 1.0], [0.0, 1.0]]])
    R = np.array([[3.0, 2.0], [0.0, 0.0]])
    for tol in (0.1, 1e-9):
        V, policy = unpack(submission.value_iteration(P, R, 0.8, tol), "V", "policy")
        close(V, np.array([10 / 3, 0.0]), "V", atol=tol / 0.2)
        close(policy[:1] if isinstance(policy, np.ndarray) else policy, np.array([1]), "policy[:1]")


@check("looks ahead: gives up a reward for a larger one later", zh="会往前看：放弃眼前的奖励，换取以后更大的", points=1)
def test_looks_ahead(submission):
    # action 0 pays 1 and ends in state 3, action 1 goes on: 0 → 1 → 2, where it pays 10
    P = np.zeros((4, 2, 4))
    P[:3, 0, 3] = P[0, 1, 1] = P[1, 1, 2] = P[2, 1, 3] = P[3, :, 3] = 1
    R = np.array([[1.0, 0.0], [1.0, 0.0], [1.0, 10.0], [0.0, 0.0]])
    V, policy = unpack(submission.value_iteration(P, R, 0.5, 1e-9), "V", "policy")
    close(V, np.array([2.5, 5.0, 10.0, 0.0]), "V", atol=2e-9)
    close(policy[:3] if isinstance(policy, np.ndarray) else policy, np.array([1, 1, 1]), "policy[:3]")
