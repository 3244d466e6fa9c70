"""Hidden checks of value_iteration."""

import numpy as np

from grader.checks import array, check, close, unpack


def solves(answer, reference, P, R, gamma, tol):
    """Hold the values within the bound that tol gives, and that every action is a best one."""
    V, policy = unpack(answer, "V", "policy")
    exact = [np.asarray(x, dtype=np.float64) for x in (P, R)]
    right, _ = reference.value_iteration.value_iteration(*exact, gamma, 1e-12)
    off = tol / (1 - gamma) if gamma < 1 else tol  # with gamma 1: the environment is solved after a few sweeps
    close(V, right.astype(P.dtype if P.dtype.kind == "f" else np.float64), "V", atol=1.01 * off + 1e-11)
    Q = reference.value_iteration.action_values(*exact, right, gamma)
    lost = Q.max(axis=1, keepdims=True) - Q
    best = lost <= 2.1 * off + 1e-9
    chosen = array(policy, "policy", (len(P),))
    good = [bool(np.any((np.arange(Q.shape[1]) == a) & row)) for a, row in zip(chosen, best)]
    close(policy, np.where(good, chosen, Q.argmax(axis=1)).astype(np.int64), "policy")


def environment(rng, n_states, n_actions, rewards):
    """Random transitions, one of them certain, to the given range of rewards."""
    P = rng.dirichlet(np.full(n_states, 0.4), size=(n_states, n_actions))
    P[-1, 0] = np.eye(n_states)[0]
    return P, rng.uniform(*rewards, size=(n_states, n_actions))


@check("finds the values and a best policy of random environments", zh="算对随机环境的价值和最优策略", points=4)
def test_random_environments(submission, reference, rng):
    for n_states, n_actions, gamma in [(5, 3, 0.8), (3, 4, 0.5), (6, 2, 0.9)]:
        P, R = environment(rng, n_states, n_actions, (-4.0, 4.0))
        solves(submission.value_iteration(P, R, gamma, 1e-10), reference, P, R, gamma, 1e-10)
    # State 1 pays 4 and ends: too late to be worth the way from state 0, where 3 can be had, but not from state 2.
    P = np.zeros((4, 2, 4))
    P[[0, 2], 1, 1] = P[[0, 2], 0, 3] = P[[1, 3], :, 3] = 1
    R = rng.uniform(1.0, 2.0) * np.array([[3.0, 0.0], [4.0, 2.0], [1.0, 0.0], [0.0, 0.0]])
    solves(submission.value_iteration(P, R, 0.5, 1e-9), reference, P, R, 0.5, 1e-9)


@check(
    "finds them where all rewards are negative, and where all are positive", zh="奖励全为负、全为正时也算对", points=2
)
def test_signs(submission, reference, rng):
    for rewards in [(-6.0, -1.0), (1.0, 6.0)]:
        P, R = environment(rng, 4, 3, rewards)
        solves(submission.value_iteration(P, R, 0.7, 1e-9), reference, P, R, 0.7, 1e-9)


@check("stops when no state changes by tol any more, and not before", zh="所有状态的变化都小于 tol 才停止", points=2)
def test_stops_by_tol(submission, reference, rng):
    P, R = np.zeros((12, 2, 12)), np.zeros((12, 2))
    P[np.arange(12), :, np.arange(12)] = 1  # all are final but one, which pays for ever
    slow = int(rng.integers(12))
    R[slow] = rng.permutation([1.0, -2.0])
    for gamma, tol in [(0.95, 1e-3), (0.95, 0.1), (0.99, 1e-7)]:
        solves(submission.value_iteration(P, R, gamma, tol), reference, P, R, gamma, tol)


@check(
    "solves the slippery grid of the textbook, and a chain without discount",
    zh="解出教科书中的打滑网格，以及不打折的链",
    points=2,
)
def test_known_environments(submission, reference, rng):
    grid = reference.environments.slippery_grid(slip=float(rng.uniform(0.1, 0.3)))
    solves(submission.value_iteration(grid.P, grid.R, 0.9, 1e-5), reference, grid.P, grid.R, 0.9, 1e-5)
    chain = reference.environments.chain(5)
    for gamma in (0.6, 1.0):
        solves(submission.value_iteration(chain.P, chain.R, gamma, 1e-9), reference, chain.P, chain.R, gamma, 1e-9)


@check(
    "holds for ties, no look-ahead, one state, integers, float32 and strided arrays",
    zh="动作并列、不看将来、只有一个状态、整数、float32、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    P, R = environment(rng, 4, 2, (-3.0, 3.0))
    cases = [(P[:, [0, 1, 0, 1]], R[:, [0, 1, 0, 1]], 0.6), (P, R, 0.0)]
    cases += [(np.ones((1, 3, 1)), rng.permutation([[-1.0, 2.0, 0.5]], axis=1), 0.5)]
    cases += [(np.asfortranarray(P), np.repeat(R, 2, axis=1)[:, ::2], 0.8)]
    whole = np.zeros((4, 2, 4), dtype=np.int64)
    whole[np.arange(4)[:, None], np.arange(2), [[1, 2], [3, 0], [2, 1], [3, 3]]] = 1
    cases += [(whole, np.array([[3, -1], [0, 5], [7, 2], [0, 0]]), 0.6)]
    for P, R, gamma in cases:
        solves(submission.value_iteration(P, R, gamma, 1e-9), reference, P, R, gamma, 1e-9)
    P, R = (x.astype(np.float32) for x in environment(rng, 5, 2, (-3.0, 3.0)))
    solves(submission.value_iteration(P, R, 0.5, 1e-3), reference, P, R, 0.5, 1e-3)
