"""REINFORCE: a softmax policy that climbs the gradient of its own returns."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .activations import log_softmax, softmax
from .arrays import Array, floating, require_fit
from .limits import require_at_least
from .returns import discounted_returns

MAX_STEPS = 1000


def reinforce_objective(theta: ArrayLike, states: ArrayLike, actions: ArrayLike, returns: ArrayLike) -> float:
    """The mean of the actions' log-probabilities, weighted by what followed them.

        J = 1/T · Σ_t G_t log π(a_t | s_t)        π(· | s) = softmax(s θ)

    Its gradient estimates that of the expected return; its value estimates nothing.

    Args:
        theta: parameters (d, k).
        states: features of the states visited (T, d).
        actions: the actions taken (T,), integers from 0 to k-1.
        returns: the returns that followed (T,).

    Returns:
        A number.

    Raises:
        ValueError: if the shapes do not fit, there is no step, or an action is none of the k.

    Source: Williams 1992; S0 6.9 names the field alone.

    Example:
        >>> round(reinforce_objective([[0.0, 0.0]], [[1.0]], [1], [2.0]), 4)
        -1.3863
    """
    theta, states, G = floating(theta, states, returns)
    chosen = _actions(theta, states, actions, G)
    return float(np.mean(G * log_softmax(states @ theta)[np.arange(len(G)), chosen]))


def reinforce_gradient(theta: ArrayLike, states: ArrayLike, actions: ArrayLike, returns: ArrayLike) -> Array:
    """Gradient of `reinforce_objective`, to be added to the parameters: θ ← θ + lr · ∇J.

        ∇J = 1/T · Σ_t G_t s_tᵀ (onehot(a_t) - π(· | s_t))

    Args:
        theta: parameters (d, k).
        states: features of the states visited (T, d).
        actions: the actions taken (T,), integers from 0 to k-1.
        returns: the returns that followed (T,), with or without a baseline.

    Returns:
        (d, k).

    Raises:
        ValueError: if the shapes do not fit, there is no step, or an action is none of the k.

    Source: Williams 1992; Sutton & Barto 2018, section 13.3; S0 6.9 names the field alone.

    Example:
        >>> reinforce_gradient([[0.0, 0.0]], [[1.0]], [1], [2.0])
        array([[-1.,  1.]])
    """
    theta, states, G = floating(theta, states, returns)
    chosen = _actions(theta, states, actions, G)
    surprise = -softmax(states @ theta)
    surprise[np.arange(len(G)), chosen] += 1
    return states.T @ (G[:, np.newaxis] * surprise) / len(G)


def reinforce(
    reset: Callable[[], int],
    step: Callable[[int], tuple[int, float, bool]],
    n_states: int,
    n_actions: int,
    episodes: int,
    lr: float,
    gamma: float,
    seed: int,
) -> NDArray[np.float64]:
    """A softmax policy learned by playing episodes and climbing `reinforce_gradient` after each.

        repeat: play an episode with a_t ~ π(· | s_t);  θ ← θ + lr · ∇J(θ)

    States are features by their one-hot codes, so that θ holds a row of preferences for each.

    Args:
        reset: starts an episode and returns its first state.
        step: takes an action and returns (next state, reward, whether the episode is over).
        n_states, n_actions: size of the table of preferences.
        episodes: number of episodes; one that does not end is left after 1,000 steps.
        lr: learning rate.
        gamma: discount.
        seed: of the random numbers that choose actions.

    Returns:
        theta (n_states, n_actions); np.argmax(theta, axis=1) is the likeliest action of each state.

    Raises:
        ValueError: if a number is out of range.
        IndexError: if the environment names a state outside the table.

    Source: Williams 1992; Sutton & Barto 2018, section 13.3, where the discount also weighs the steps.

    Example:
        >>> rewards = {0: 1.0, 1: 5.0}  # one state, one step: action 1 is better
        >>> theta = reinforce(lambda: 0, lambda a: (0, rewards[a], True), 1, 2, 50, 0.1, 1.0, seed=0)
        >>> softmax(theta).round(1)
        array([[0., 1.]])
    """
    require_at_least(1, n_states=n_states, n_actions=n_actions)
    rng = np.random.default_rng(seed)
    one_hot, theta = np.eye(n_states), np.zeros((n_states, n_actions))
    for _ in range(episodes):
        states, actions, rewards = _play(reset, step, softmax(theta), rng)
        theta += float(lr) * reinforce_gradient(theta, one_hot[states], actions, discounted_returns(rewards, gamma))
    return theta


def _play(
    reset: Callable[[], int],
    step: Callable[[int], tuple[int, float, bool]],
    policy: Array,
    rng: np.random.Generator,
) -> tuple[list[int], list[int], list[float]]:
    """The states, actions and rewards of one episode."""
    states, actions, rewards, s = [], [], [], reset()
    for _ in range(MAX_STEPS):
        a = int(rng.choice(policy.shape[1], p=policy[s]))
        s_next, r, done = step(a)
        states.append(s)
        actions.append(a)
        rewards.append(r)
        if done:
            break
        s = s_next
    return states, actions, rewards


def _actions(theta: Array, states: Array, actions: ArrayLike, returns: Array) -> NDArray[np.intp]:
    """The actions as indices, after all four arguments are found to fit."""
    chosen = np.asarray(actions)
    steps = states.shape[:1]
    fits = theta.ndim == states.ndim == 2 and theta.shape[0] == states.shape[1] and all(steps)
    fits = fits and chosen.shape == returns.shape == steps
    rule = "theta is (d, k), states (T, d), actions and returns (T,), with T at least 1"
    require_fit(fits, rule, theta=theta, states=states, actions=chosen, returns=returns)
    if not np.issubdtype(chosen.dtype, np.integer) or np.any(chosen < 0) or np.any(chosen >= theta.shape[1]):
        raise ValueError(f"actions must be integers from 0 to {theta.shape[1] - 1}. Received: {chosen.tolist()}")
    return chosen.astype(np.intp)
