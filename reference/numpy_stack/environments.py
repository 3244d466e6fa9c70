"""Environments small enough to be solved by brute force: a chain, a slippery grid and a bandit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .arrays import require_fit

Numbers = NDArray[np.float64]
MOVES = ((-1, 0), (0, 1), (1, 0), (0, -1))  # up, right, down, left: clockwise, so neighbours are the slips


class Environment:
    """A Markov decision process with finitely many states and actions, known and playable.

        s' ~ P(· | s, a)        r = rewards(s, a, s') + noise · N(0, 1)        R(s, a) = E[r | s, a]

    Args:
        P: probabilities of the next state (S, A, S); a final state leads to itself.
        rewards: rewards (S, A, S); 0 from a final state.
        final: (S,), true where an episode is over.
        start: the state in which episodes begin.
        seed: of the random numbers; the same actions after the same seed bring the same steps.
        noise: standard deviation of what is added to a reward.

    Attributes:
        P, R: as `value_iteration` takes them, (S, A, S) and (S, A).
        final, n_states, n_actions: what they say.

    Raises:
        ValueError: if the shapes do not fit or `start` is no state.

    Source: Sutton & Barto 2018, chapter 3.

    Example:
        >>> environment = chain(3)
        >>> environment.reset(), environment.step(1), environment.step(1)
        (0, (1, 0.0, False), (2, 1.0, True))
    """

    def __init__(
        self, P: ArrayLike, rewards: ArrayLike, final: ArrayLike, start: int, seed: int = 0, noise: float = 0.0
    ) -> None:
        self.P: Numbers = np.array(P, dtype=np.float64)
        self.final = np.array(final, dtype=bool)
        self._rewards: Numbers = np.array(rewards, dtype=np.float64)
        fits = self.P.ndim == 3 and self.P.shape == self._rewards.shape
        fits = fits and self.final.shape == self.P.shape[:1] == self.P.shape[2:]
        rule = "P and rewards are (S, A, S), final is (S,)"
        require_fit(fits, rule, P=self.P, rewards=self._rewards, final=self.final)
        self.n_states, self.n_actions = self.P.shape[:2]
        if not 0 <= start < self.n_states:
            raise ValueError(f"start must be from 0 to {self.n_states - 1}. Received: start={start}")
        self.R: Numbers = np.sum(self.P * self._rewards, axis=2)
        self._start, self._noise = start, noise
        self._rng = np.random.default_rng(seed)
        self._state: int | None = None

    def reset(self) -> int:
        """Begin an episode; returns its first state. The random numbers go on where they were."""
        self._state = self._start
        return self._start

    def step(self, a: int) -> tuple[int, float, bool]:
        """Take action a; returns (the next state, the reward, whether the episode is over).

        Raises:
            ValueError: if there is no such action.
            RuntimeError: if no episode is under way.
        """
        if self._state is None:
            raise RuntimeError("step needs an episode: call reset first. Received: step after the end or before reset")
        if not 0 <= a < self.n_actions:
            raise ValueError(f"a must be from 0 to {self.n_actions - 1}. Received: a={a}")
        s, s_next = self._state, int(self._rng.choice(self.n_states, p=self.P[self._state, a]))
        reward = float(self._rewards[s, a, s_next]) + self._noise * float(self._rng.standard_normal())
        done = bool(self.final[s_next])
        self._state = None if done else s_next
        return s_next, reward, done


def chain(length: int = 5) -> Environment:
    """States in a row: action 0 goes left, action 1 right, and reaching the last state pays 1.

    Nothing is left to chance. The way left of state 0 leads to state 0. With a discount γ below 1 the
    best policy goes right everywhere, and V(s) = γ^(length - 2 - s).

    Args:
        length: number of states, at least 2; the last one is final.

    Returns:
        An environment of `length` states and 2 actions that starts in state 0.

    Raises:
        ValueError: if length is below 2.

    Source: Sutton & Barto 2018, example 6.2, made deterministic.

    Example:
        >>> chain(4).P[1].tolist()
        [[1.0, 0.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0]]
    """
    if length < 2:
        raise ValueError(f"length must be at least 2. Received: length={length}")
    P, rewards = np.zeros((length, 2, length)), np.zeros((length, 2, length))
    for s in range(length - 1):
        P[s, 0, max(s - 1, 0)] = P[s, 1, s + 1] = 1
    P[-1, :, -1] = 1
    rewards[-2, 1, -1] = 1
    return Environment(P, rewards, np.arange(length) == length - 1, start=0)


def slippery_grid(
    rows: Sequence[str] = ("...+", ".#.-", "S..."), slip: float = 0.2, step_reward: float = -0.04, seed: int = 0
) -> Environment:
    """A grid in which every step may slip to one side; the defaults are the 4×3 world of the textbook.

        P(intended) = 1 - slip        P(either side) = slip / 2        into a wall or the edge: stay

    Args:
        rows: a drawing of equally long lines: "S" start, "." floor, "#" wall, "+" and "-" final cells.
        slip: probability of slipping, 0 to 1.
        step_reward: reward of every step; entering "+" adds 1 to it, entering "-" takes 1 away.
        seed: of the random numbers.

    Returns:
        An environment with a state for every cell, in reading order, and the actions up, right, down,
        left (0 to 3). Walls are states that nothing leads to.

    Raises:
        ValueError: if the drawing is not a rectangle with one start, or slip is out of range.

    Source: Russell & Norvig, Artificial Intelligence: A Modern Approach, figure 17.1.

    Example:
        >>> grid = slippery_grid(["S.+"], slip=0.2, step_reward=0.0)
        >>> grid.P[1, 1].tolist(), grid.R[1].tolist()
        ([0.0, 0.2, 0.8], [0.1, 0.8, 0.1, 0.0])
    """
    cells = _cells(rows)
    if not 0 <= slip <= 1:
        raise ValueError(f"slip must be from 0 to 1. Received: slip={slip}")
    size, final = cells.size, np.isin(cells.ravel(), ["#", "+", "-"])
    P, rewards = np.zeros((size, len(MOVES), size)), np.zeros((size, len(MOVES), size))
    entering = step_reward + (cells.ravel() == "+") - 1.0 * (cells.ravel() == "-")
    for s in range(size):
        for a in range(len(MOVES)):
            for turn, probability in ((0, 1 - slip), (-1, slip / 2), (1, slip / 2)):
                P[s, a, s if final[s] else _neighbour(cells, s, (a + turn) % len(MOVES))] += probability
        rewards[s] = 0 if final[s] else entering
    return Environment(P, rewards, final, int(np.flatnonzero(cells.ravel() == "S")[0]), seed)


def bandit(means: ArrayLike = (0.0, 0.5, 1.0), noise: float = 1.0, seed: int = 0) -> Environment:
    """One choice between arms: an episode is one pull, which pays the arm's mean and normal noise.

    Args:
        means: expected rewards of the arms (k,).
        noise: standard deviation of the rewards.
        seed: of the random numbers.

    Returns:
        An environment of 2 states, before and after the pull, and k actions.

    Raises:
        ValueError: if there is no arm.

    Source: Sutton & Barto 2018, section 2.3.

    Example:
        >>> machine = bandit([0.0, 3.0], noise=0.0)
        >>> machine.reset(), machine.step(1), machine.R[0].tolist()
        (0, (1, 3.0, True), [0.0, 3.0])
    """
    arms = np.asarray(means, dtype=np.float64)
    require_fit(arms.ndim == 1 and len(arms) > 0, "means are (k,), with k at least 1", means=arms)
    P, rewards = np.zeros((2, len(arms), 2)), np.zeros((2, len(arms), 2))
    P[:, :, 1] = 1
    rewards[0, :, 1] = arms
    return Environment(P, rewards, [False, True], start=0, seed=seed, noise=noise)


def _cells(rows: Sequence[str]) -> NDArray[np.str_]:
    drawing = [list(row) for row in rows]
    marks = "".join(rows)
    if len({len(row) for row in drawing}) != 1 or marks.count("S") != 1 or set(marks) - set("S.#+-"):
        raise ValueError(f"rows must be equally long lines of S.#+- with one S. Received: {list(rows)}")
    return np.array(drawing)


def _neighbour(cells: NDArray[np.str_], s: int, move: int) -> int:
    """The cell that a move leads to: s itself where a wall or the edge is in the way."""
    height, width = cells.shape
    row, column = s // width + MOVES[move][0], s % width + MOVES[move][1]
    free = 0 <= row < height and 0 <= column < width and cells[row, column] != "#"
    return row * width + column if free else s
