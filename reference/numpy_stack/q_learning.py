"""Q-learning: the best policy of an environment that can only be tried."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_fit
from .exploration import epsilon_greedy
from .limits import require_at_least

MAX_STEPS = 10_000


def q_update(Q: ArrayLike, s: int, a: int, r: float, s_next: int, done: bool, alpha: float, gamma: float) -> Array:
    """The table of action values after one observed step.

        target = r  if the step ended the episode,  else r + γ max_a' Q(s', a')
        Q(s, a) ← Q(s, a) + α (target - Q(s, a))

    Args:
        Q: values of the actions (S, A), left unchanged.
        s, a: the state and the action taken in it.
        r: the reward.
        s_next: the state that followed; not looked at when done.
        done: whether the step ended the episode.
        alpha: learning rate.
        gamma: discount.

    Returns:
        A new table (S, A).

    Raises:
        ValueError: if Q is not a table, or s, a or s_next is outside of it.

    Source: Watkins 1989; Sutton & Barto 2018, section 6.5; S0 6.9 names the field alone.

    Example:
        >>> q_update([[1.0, 0.0], [4.0, 8.0]], s=0, a=0, r=1.0, s_next=1, done=False, alpha=0.5, gamma=0.5)
        array([[3., 0.],
               [4., 8.]])
        >>> q_update([[1.0, 0.0], [4.0, 8.0]], s=0, a=0, r=1.0, s_next=1, done=True, alpha=0.5, gamma=0.5)[0]
        array([1., 0.])
    """
    (table,) = floating(Q)
    require_fit(table.ndim == 2, "Q is (S, A)", Q=table)
    _require_index("s", s, table.shape[0])
    _require_index("a", a, table.shape[1])
    target = float(r)
    if not done:
        _require_index("s_next", s_next, table.shape[0])
        target += float(gamma) * float(np.max(table[s_next]))
    new = table.copy()
    new[s, a] += float(alpha) * (target - float(table[s, a]))
    return new


def q_learning(
    reset: Callable[[], int],
    step: Callable[[int], tuple[int, float, bool]],
    n_states: int,
    n_actions: int,
    episodes: int,
    alpha: float,
    gamma: float,
    epsilon: float,
    seed: int,
) -> Array:
    """Action values learned by acting ε-greedily and updating after every step.

        repeat: s = reset();  until done: a = ε-greedy(Q[s]),  s', r, done = step(a),  Q ← q_update(…)

    Actions of equal value are chosen between at random: an agent that always took the first of
    them would hardly leave the start of a table of zeros.

    Args:
        reset: starts an episode and returns its first state.
        step: takes an action and returns (next state, reward, whether the episode is over).
        n_states, n_actions: size of the table.
        episodes: number of episodes; one that does not end is left after 10,000 steps.
        alpha: learning rate.
        gamma: discount.
        epsilon: probability of exploring, 0 to 1.
        seed: of the random numbers that explore.

    Returns:
        Q (n_states, n_actions), float64; np.argmax(Q, axis=1) is the policy learned.

    Raises:
        ValueError: if a number is out of range, or the environment names a state outside the table.

    Source: Watkins 1989; Sutton & Barto 2018, section 6.5; S0 6.9 names the field alone.

    Example:
        >>> rewards = {0: 1.0, 1: 5.0}  # one state, one step: action 1 is better
        >>> q_learning(lambda: 0, lambda a: (0, rewards[a], True), 1, 2, 60, 0.5, 0.9, 0.5, seed=0).round(2)
        array([[1., 5.]])
    """
    require_at_least(1, n_states=n_states, n_actions=n_actions)
    rng = np.random.default_rng(seed)
    Q: Array = np.zeros((n_states, n_actions))
    for _ in range(episodes):
        s = reset()
        for _ in range(MAX_STEPS):
            _require_index("state", s, n_states)
            a = _explore(Q[s], epsilon, rng)
            s_next, r, done = step(a)
            Q = q_update(Q, s, a, r, s_next, done, alpha, gamma)
            if done:
                break
            s = s_next
    return Q


def _explore(q_values: Array, epsilon: float, rng: np.random.Generator) -> int:
    order = rng.permutation(len(q_values))
    return int(order[epsilon_greedy(q_values[order], epsilon, rng.random(), int(rng.integers(len(order))))])


def _require_index(name: str, index: int, size: int) -> None:
    if not 0 <= index < size:
        raise ValueError(f"{name} must be from 0 to {size - 1}. Received: {name}={index}")
