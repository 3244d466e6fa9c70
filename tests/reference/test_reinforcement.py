"""Reinforcement learning: value iteration, Q-learning and REINFORCE against brute force over all policies."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
import pytest

from reference.numpy_stack.environments import Environment, bandit, chain, slippery_grid
from reference.numpy_stack.exploration import epsilon_greedy
from reference.numpy_stack.gradcheck import numerical_gradient, relative_error
from reference.numpy_stack.policy_gradient import reinforce, reinforce_gradient, reinforce_objective
from reference.numpy_stack.q_learning import q_learning, q_update
from reference.numpy_stack.returns import discounted_returns
from reference.numpy_stack.value_iteration import action_values, value_iteration

Array = np.ndarray[Any, Any]
GAMMA = 0.9
ENVIRONMENTS: dict[str, Callable[[], Environment]] = {
    "chain": lambda: chain(6),
    "grid": lambda: slippery_grid(["..+", ".#-", "S.."]),
    "icy grid": lambda: slippery_grid(["S.-", "-.+"], slip=0.5, step_reward=-0.3),
    "bandit": lambda: bandit([-1.0, -0.2, -2.0], noise=0.3),
}
ALL = pytest.mark.parametrize("make", ENVIRONMENTS.values(), ids=ENVIRONMENTS)


def _policy_values(environment: Environment, policies: Array, gamma: float = GAMMA) -> Array:
    """The exact values of deterministic policies (p, S): solutions of (I - γ P) V = R."""
    states = np.arange(environment.n_states)
    matrices = np.eye(environment.n_states) - gamma * environment.P[states, policies]
    return np.asarray(np.linalg.solve(matrices, environment.R[states, policies][..., None])[..., 0])


def _best_values(environment: Environment) -> Array:
    """The best value of every state over all deterministic policies, one by one."""
    choices = [range(1 if final else environment.n_actions) for final in environment.final]
    values: Array = np.max(_policy_values(environment, np.array(list(product(*choices)))), axis=0)
    return values


@ALL
def test_value_iteration_against_brute_force(make: Callable[[], Environment]) -> None:
    """V is within the bound of tol, and the policy is worth as much as the best of all policies."""
    environment = make()
    V, policy = value_iteration(environment.P, environment.R, GAMMA, 1e-6)
    best = _best_values(environment)

    assert np.max(np.abs(V - best)) <= 1e-6 * GAMMA / (1 - GAMMA)
    np.testing.assert_allclose(_policy_values(environment, policy[None])[0], best, atol=1e-12)


@ALL
def test_q_learning_against_brute_force(make: Callable[[], Environment]) -> None:
    """From the start on, the greedy policy is worth as much as the best of all policies."""
    environment = make()
    sizes = environment.n_states, environment.n_actions
    Q = q_learning(environment.reset, environment.step, *sizes, 3000, 0.02, GAMMA, 0.3, seed=0)
    start, best = environment.reset(), _best_values(environment)

    assert Q.shape == sizes
    assert _policy_values(environment, Q.argmax(axis=1)[None])[0, start] == pytest.approx(best[start], abs=1e-12)
    assert (Q[environment.final] == 0).all()


def test_q_learning_finds_the_values_of_a_certain_world() -> None:
    """Where nothing is left to chance, Q becomes the table of the best policy's action values."""
    environment = chain(4)
    Q = q_learning(environment.reset, environment.step, 4, 2, 1500, 0.5, GAMMA, 0.5, seed=1)

    np.testing.assert_allclose(Q, action_values(environment.P, environment.R, _best_values(environment), GAMMA))


@pytest.mark.parametrize("name", ["chain", "grid", "bandit"])
def test_reinforce_solves(name: str) -> None:
    """The likeliest actions are worth as much, from the start, as the best of all policies."""
    environment = ENVIRONMENTS[name]()
    sizes = environment.n_states, environment.n_actions
    theta = reinforce(environment.reset, environment.step, *sizes, 1500, 0.5, GAMMA, seed=0)
    start, best = environment.reset(), _best_values(environment)

    assert _policy_values(environment, theta.argmax(axis=1)[None])[0, start] == pytest.approx(best[start], abs=1e-12)


def test_learning_depends_on_the_seed_alone() -> None:
    """The same seeds give the same tables, another seed another one."""

    def learn(seed: int) -> tuple[Array, Array]:
        grids = [slippery_grid(seed=5), slippery_grid(seed=5)]
        Q = q_learning(grids[0].reset, grids[0].step, 12, 4, 20, 0.5, GAMMA, 0.3, seed)
        return Q, reinforce(grids[1].reset, grids[1].step, 12, 4, 20, 0.5, GAMMA, seed)

    for first, same, other in zip(learn(0), learn(0), learn(1)):
        np.testing.assert_array_equal(first, same)
        assert (first != other).any()


def test_the_grid_of_the_textbook() -> None:
    """The utilities are those that Russell & Norvig print for the 4×3 world without discount."""
    grid = slippery_grid()
    V, policy = value_iteration(grid.P, grid.R, 1.0, 1e-9)

    printed = [[0.812, 0.868, 0.918, 0], [0.762, 0, 0.660, 0], [0.705, 0.655, 0.611, 0.388]]
    np.testing.assert_allclose(V.reshape(3, 4), printed, atol=6e-4)
    assert policy.reshape(3, 4)[[0, 0, 0, 1, 1, 2, 2, 2, 2], [0, 1, 2, 0, 2, 0, 1, 2, 3]].tolist() == [
        *(1, 1, 1, 0, 0, 0, 3, 3, 3)
    ]


def test_the_chain_has_powers_of_the_discount() -> None:
    """A state is worth γ to the number of steps that are still to be walked for nothing."""
    V, policy = value_iteration(chain(5).P, chain(5).R, 0.5, 1e-12)

    np.testing.assert_allclose(V, [0.125, 0.25, 0.5, 1, 0])
    assert policy.tolist() == [1, 1, 1, 1, 0]


@pytest.mark.parametrize("gamma", [0.0, 0.5, 0.99])
def test_value_iteration_stops_within_its_bound(gamma: float, rng: np.random.Generator) -> None:
    """On random worlds, rewards of both signs, V keeps the bound and the greedy policy is consistent with it."""
    P = rng.dirichlet(np.ones(7), size=(7, 3))
    R = rng.normal(size=(7, 3))
    V, policy = value_iteration(P, R, gamma, 1e-4)
    exact, _ = value_iteration(P, R, gamma, 1e-12)

    assert np.max(np.abs(V - exact)) <= 1e-4 * gamma / (1 - gamma) + 1e-9
    assert (policy == action_values(P, R, V, gamma).argmax(axis=1)).all()


def test_negative_rewards_count() -> None:
    """The best of bad actions is bad: the maximum does not start at 0."""
    environment = bandit([-3.0, -2.0])

    assert value_iteration(environment.P, environment.R, GAMMA, 1e-9)[0].tolist() == [-2, 0]


@ALL
def test_steps_follow_the_model(make: Callable[[], Environment]) -> None:
    """Played often, an action brings each next state as often, and as much reward, as P and R say."""
    environment, n = make(), 4000
    start = environment.reset()
    for a in range(environment.n_actions):
        counts, total = np.zeros(environment.n_states), 0.0
        for _ in range(n):
            environment.reset()
            s, r, done = environment.step(a)
            counts[s] += 1
            total += r
            assert done == environment.final[s]
        np.testing.assert_allclose(counts / n, environment.P[start, a], atol=0.03)
        assert total / n == pytest.approx(environment.R[start, a], abs=0.03)


@ALL
def test_models_are_complete(make: Callable[[], Environment]) -> None:
    """P holds distributions, and a final state leads to itself with reward 0."""
    environment = make()
    final = np.flatnonzero(environment.final)

    np.testing.assert_allclose(environment.P.sum(axis=2), 1)
    assert (environment.P[final, :, final] == 1).all()
    assert (environment.R[final] == 0).all()


def test_environments_repeat_with_their_seed() -> None:
    """Two environments of one seed go the same way, one of another seed does not."""

    def play(seed: int) -> list[tuple[int, float, bool]]:
        machine = bandit(seed=seed)
        steps = []
        for _ in range(5):
            machine.reset()
            steps.append(machine.step(0))
        return steps

    assert play(3) == play(3) != play(4)


def test_an_episode_must_be_under_way() -> None:
    """A step before the first reset, or after the end, is refused."""
    environment = chain(2)
    with pytest.raises(RuntimeError, match="reset"):
        environment.step(1)
    environment.reset()
    environment.step(1)
    with pytest.raises(RuntimeError, match="reset"):
        environment.step(1)


def test_returns_by_their_definition(rng: np.random.Generator) -> None:
    """Each return is the sum of its episode's later rewards, weighted by powers of gamma."""
    rewards, dones = rng.normal(size=8), np.array([0, 0, 1, 1, 0, 0, 0, 0])
    ends = [2, 2, 2, 3, 7, 7, 7, 7]
    expected = [sum(0.8**k * rewards[t + k] for k in range(ends[t] - t + 1)) for t in range(8)]

    np.testing.assert_allclose(discounted_returns(rewards, 0.8, dones), expected)
    assert discounted_returns([1, 2, 3], 1).tolist() == [6, 5, 3]
    assert discounted_returns(np.array([0.5], np.float32), 0.9).dtype == np.float64
    assert discounted_returns([], 0.9).shape == (0,)


def test_returns_stop_at_the_end_of_an_episode() -> None:
    """Nothing passes the end of an episode, not even NaN."""
    assert discounted_returns([1.0, np.nan], 0.5, [True, True])[0] == 1.0


def test_epsilon_greedy_frequencies(rng: np.random.Generator) -> None:
    """The best of k actions is taken with probability 1 - ε + ε/k, the others with ε/k."""
    actions = [epsilon_greedy([0, 3, 1], 0.6, rng.random(), int(rng.integers(3))) for _ in range(6000)]

    np.testing.assert_allclose(np.bincount(actions) / 6000, [0.2, 0.6, 0.2], atol=0.03)


def test_epsilon_greedy_corners() -> None:
    """u = ε is greedy, ε = 1 always explores, ties go to the lowest index, the result is an int."""
    assert epsilon_greedy([1, 2], 0.5, 0.5, 0) == 1
    assert epsilon_greedy([1, 2], 0.0, 0.0, 0) == 1
    assert epsilon_greedy([1, 2], 1.0, 0.999, 0) == 0
    assert epsilon_greedy([-1, -1, -2], 0.1, 0.9, 2) == 0
    assert type(epsilon_greedy(np.zeros(3), 0.0, 0.0, 2)) is int


def test_q_update_changes_one_entry(rng: np.random.Generator) -> None:
    """Only Q(s, a) of a new table moves, by alpha towards the target."""
    Q = rng.normal(size=(4, 3))
    before = Q.copy()
    new = q_update(Q, 2, 1, 0.5, 3, False, 0.2, GAMMA)
    before[2, 1] += 0.2 * (0.5 + GAMMA * Q[3].max() - Q[2, 1])

    np.testing.assert_allclose(new, before)
    assert new is not Q
    assert new[2, 1] != Q[2, 1]


def test_q_update_looks_at_nothing_after_the_end() -> None:
    """After the last step the target is the reward, whatever s_next and its values are."""
    assert q_update([[0.0], [np.nan]], 0, 0, 2.0, 1, True, 0.5, GAMMA)[0, 0] == 1.0
    assert q_update([[0.0]], 0, 0, 2.0, -1, True, 0.5, GAMMA)[0, 0] == 1.0


def test_dtypes_of_tables() -> None:
    """float32 stays, integers compute in float64."""
    assert q_update(np.ones((2, 2), np.float32), 0, 0, 1.0, 1, False, 0.5, GAMMA).dtype == np.float32
    assert q_update(np.ones((2, 2), int), 0, 0, 1.0, 1, False, 0.5, GAMMA)[0, 0] == 1.45
    P, R = chain(3).P.astype(np.float32), chain(3).R.astype(np.float32)
    assert value_iteration(P, R, GAMMA, 1e-4)[0].dtype == np.float32
    assert value_iteration(P.astype(int), R.astype(int), GAMMA, 1e-4)[0].dtype == np.float64


def _steps(rng: np.random.Generator) -> tuple[Array, Array, Array, Array]:
    return rng.normal(size=(3, 4)), rng.normal(size=(6, 3)), rng.integers(4, size=6), rng.normal(size=6)


def test_reinforce_gradient_against_central_differences(rng: np.random.Generator) -> None:
    """It is the gradient of `reinforce_objective` in theta, to be ascended."""
    theta, *steps = _steps(rng)
    gradient = reinforce_gradient(theta, *steps)

    assert relative_error(gradient, numerical_gradient(lambda t: reinforce_objective(t, *steps), theta)) < 1e-8
    assert reinforce_objective(theta + 0.01 * gradient, *steps) > reinforce_objective(theta, *steps)


def test_reinforce_gradient_estimates_that_of_the_expected_return(rng: np.random.Generator) -> None:
    """Weighted by its probabilities, the gradient of one choice is the gradient of the expected reward."""
    theta, rewards = rng.normal(size=(1, 3)), rng.normal(size=3)

    def policy(t: Array) -> Array:
        return np.asarray(np.exp(t[0]) / np.exp(t[0]).sum())

    estimates = [reinforce_gradient(theta, [[1.0]], [a], [rewards[a]]) for a in range(3)]
    expected = sum(p * g for p, g in zip(policy(theta), estimates))
    baseline = sum(p * reinforce_gradient(theta, [[1.0]], [a], [7.0]) for a, p in enumerate(policy(theta)))

    assert relative_error(expected, numerical_gradient(lambda t: float(policy(t) @ rewards), theta)) < 1e-8
    np.testing.assert_allclose(baseline, 0, atol=1e-12)


@pytest.mark.parametrize("dtype", ["float64", "float32", "int64"])
def test_reinforce_gradient_keeps_the_conventions(dtype: str, rng: np.random.Generator) -> None:
    """Dtypes are kept, arguments unchanged, lists taken, and logits of ±1000 give no overflow."""
    theta, states, actions, returns = ((3 * part).astype(dtype) for part in _steps(rng))
    actions = actions.astype(np.uint8) % 4
    before = theta.copy(), states.copy(), actions.copy(), returns.copy()
    gradient = reinforce_gradient(theta, states, actions, returns)

    assert gradient.dtype == (dtype if dtype != "int64" else "float64")
    assert all((new == old).all() for new, old in zip((theta, states, actions, returns), before))
    lists = [part.tolist() for part in before]
    np.testing.assert_allclose(reinforce_gradient(*lists), gradient, 1e-5, 1e-6)
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        assert reinforce_objective([[-1000.0, 1000.0]], [[1.0]], [0], [1.0]) == -2000.0
        assert reinforce_gradient([[-1000.0, 1000.0]], [[1.0]], [0], [1.0]).tolist() == [[1, -1]]


CERTAIN = chain(3)
WRONG: dict[str, Callable[[], Any]] = {
    "rewards": lambda: discounted_returns([[1.0]], 0.9),
    "dones": lambda: discounted_returns([1.0, 2.0], 0.9, [True]),
    "gamma": lambda: discounted_returns([1.0], 1.1),
    "q_values": lambda: epsilon_greedy([], 0.1, 0.5, 0),
    "epsilon": lambda: epsilon_greedy([1.0], 1.5, 0.5, 0),
    "random_action": lambda: epsilon_greedy([1.0], 0.5, 0.1, 1),
    "P is": lambda: value_iteration(np.ones((2, 2)), np.ones((2, 2)), 0.9, 0.1),
    "R \\(S": lambda: value_iteration(CERTAIN.P, CERTAIN.R[:, 0], 0.9, 0.1),
    "sum to 1": lambda: value_iteration(2 * CERTAIN.P, CERTAIN.R, 0.9, 0.1),
    "tol": lambda: value_iteration(CERTAIN.P, CERTAIN.R, 0.9, 0.0),
    "gamma must": lambda: value_iteration(CERTAIN.P, CERTAIN.R, -0.1, 0.1),
    "V is": lambda: action_values(CERTAIN.P, CERTAIN.R, [0.0], 0.9),
    "Q is": lambda: q_update([1.0], 0, 0, 1.0, 0, True, 0.1, 0.9),
    "s must": lambda: q_update([[1.0]], -1, 0, 1.0, 0, True, 0.1, 0.9),
    "a must": lambda: q_update([[1.0]], 0, 1, 1.0, 0, True, 0.1, 0.9),
    "s_next": lambda: q_update([[1.0]], 0, 0, 1.0, 1, False, 0.1, 0.9),
    "n_states": lambda: q_learning(CERTAIN.reset, CERTAIN.step, 0, 2, 1, 0.1, 0.9, 0.1, 0),
    "state must": lambda: q_learning(lambda: 5, CERTAIN.step, 3, 2, 1, 0.1, 0.9, 0.1, 0),
    "n_actions": lambda: reinforce(CERTAIN.reset, CERTAIN.step, 3, 0, 1, 0.1, 0.9, 0),
    "states": lambda: reinforce_gradient(np.zeros((2, 2)), [[1.0]], [0], [1.0]),
    "T at least 1": lambda: reinforce_gradient(np.zeros((2, 2)), np.zeros((0, 2)), [], []),
    "actions must": lambda: reinforce_gradient(np.zeros((1, 2)), [[1.0]], [2], [1.0]),
    "actions must be": lambda: reinforce_gradient(np.zeros((1, 2)), [[1.0]], [0.5], [1.0]),
    "length": lambda: chain(1),
    "rows": lambda: slippery_grid(["S.", "+"]),
    "rows must": lambda: slippery_grid(["..", "+."]),
    "slip": lambda: slippery_grid(slip=1.5),
    "means": lambda: bandit([]),
    "start": lambda: Environment(CERTAIN.P, CERTAIN.P, CERTAIN.final, start=3),
    "final": lambda: Environment(CERTAIN.P, CERTAIN.P, [True], start=0),
}


@pytest.mark.parametrize("message", WRONG)
def test_what_does_not_fit_is_refused(message: str) -> None:
    """A wrong argument is a ValueError that names it and says what was received."""
    with pytest.raises(ValueError, match=f"{message}.*Received: "):
        WRONG[message]()


def test_an_unknown_action_is_refused() -> None:
    """An action below 0 does not count from the end."""
    environment = chain(3)
    environment.reset()
    with pytest.raises(ValueError, match=r"a must be from 0 to 1\. Received: a=-1"):
        environment.step(-1)


def test_values_that_never_settle_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without discount and without an end the values grow for ever."""
    monkeypatch.setattr("reference.numpy_stack.value_iteration.MAX_SWEEPS", 50)
    with pytest.raises(ValueError, match=r"settle.*Received: gamma=1"):
        value_iteration([[[1.0]]], [[1.0]], 1, 1e-3)
