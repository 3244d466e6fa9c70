"""Discounted returns: what a step is worth, counted from the rewards that follow it."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .arrays import require_fit


def discounted_returns(rewards: ArrayLike, gamma: float, dones: ArrayLike | None = None) -> NDArray[np.float64]:
    """The return of every step of one or several episodes in a row.

        G_t = r_t + γ G_{t+1},  with G = 0 after the last step and after every step that ends an episode

    Args:
        rewards: rewards (T,).
        gamma: discount, 0 to 1.
        dones: (T,), true where an episode ends; None: they are the steps of one episode.

    Returns:
        (T,), float64 whatever the dtype of the rewards.

    Raises:
        ValueError: if the rewards are not one row, the shapes differ, or gamma is out of range.

    Source: Sutton & Barto 2018, equation 3.9; S0 6.9 names the field alone.

    Example:
        >>> discounted_returns([1.0, 0.0, 4.0], 0.5)
        array([2., 2., 4.])
        >>> discounted_returns([1.0, 0.0, 4.0], 0.5, dones=[True, False, True])
        array([1., 2., 4.])
    """
    r = np.asarray(rewards, dtype=np.float64)
    ends = np.zeros(r.shape, dtype=bool) if dones is None else np.asarray(dones, dtype=bool)
    require_fit(r.ndim == 1 and ends.shape == r.shape, "rewards and dones are (T,)", rewards=r, dones=ends)
    if not 0 <= gamma <= 1:
        raise ValueError(f"gamma must be from 0 to 1. Received: gamma={gamma}")
    returns, following = np.empty_like(r), 0.0
    for t in reversed(range(len(r))):
        following = float(r[t]) if ends[t] else float(r[t]) + gamma * following
        returns[t] = following
    return returns
