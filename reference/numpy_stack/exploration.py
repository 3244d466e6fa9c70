"""How an agent chooses between what it knows and what it could learn."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import require_fit


def epsilon_greedy(q_values: ArrayLike, epsilon: float, u: float, random_action: int) -> int:
    """The best action, or with probability ε a random one, which may be the best one too.

        a = random_action  where u < ε,  else argmax q        (ties: the lowest index)

    Args:
        q_values: values of the actions (k,).
        epsilon: probability of exploring, 0 to 1.
        u: a uniform sample from [0, 1).
        random_action: an action drawn uniformly from 0 … k-1.

    Returns:
        The action's index.

    Raises:
        ValueError: if q_values is not one row of at least one action, epsilon is out of range, or
            random_action is none of the actions.

    Source: Sutton & Barto 2018, section 2.2; S0 6.9 names the field alone.

    Example:
        >>> epsilon_greedy([1.0, 5.0, 5.0], epsilon=0.1, u=0.5, random_action=0)
        1
        >>> epsilon_greedy([1.0, 5.0, 5.0], epsilon=0.1, u=0.05, random_action=0)
        0
    """
    values = np.asarray(q_values)
    require_fit(values.ndim == 1 and len(values) > 0, "q_values are (k,), with k at least 1", q_values=values)
    if not 0 <= epsilon <= 1:
        raise ValueError(f"epsilon must be from 0 to 1. Received: epsilon={epsilon}")
    if not 0 <= random_action < len(values):
        raise ValueError(f"random_action must be from 0 to {len(values) - 1}. Received: random_action={random_action}")
    return int(random_action) if u < epsilon else int(np.argmax(values))
