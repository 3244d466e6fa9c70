"""Value iteration: the best policy of an environment whose probabilities are known."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .arrays import Array, floating, require_fit
from .limits import require_positive

MAX_SWEEPS = 1_000_000


def action_values(P: ArrayLike, R: ArrayLike, V: ArrayLike, gamma: float) -> Array:
    """Values of all actions, if the states that they lead to are worth V.

        Q(s, a) = R(s, a) + γ Σ_s' P(s' | s, a) V(s')

    Args:
        P: probabilities of the next state (S, A, S).
        R: expected rewards (S, A).
        V: values of the states (S,).
        gamma: discount, 0 to 1.

    Returns:
        (S, A).

    Raises:
        ValueError: if the shapes do not fit, a row of P is no distribution, or gamma is out of range.

    Source: Sutton & Barto 2018, section 3.5.

    Example:
        >>> P = [[[0.0, 1.0], [1.0, 0.0]], [[0.0, 1.0], [0.0, 1.0]]]
        >>> action_values(P, [[0.0, 1.0], [0.0, 0.0]], [10.0, 20.0], gamma=0.5)
        array([[10.,  6.],
               [10., 10.]])
    """
    P, R, V = floating(P, R, V)
    _require_model(P, R, gamma)
    require_fit(V.shape == P.shape[:1], "V is (S,), P (S, A, S)", V=V, P=P)
    return R + float(gamma) * (P @ V)


def value_iteration(P: ArrayLike, R: ArrayLike, gamma: float, tol: float) -> tuple[Array, NDArray[np.intp]]:
    """Values of the states under the best policy, and such a policy.

        V ← max_a (R(s, a) + γ Σ_s' P(s' | s, a) V(s'))  for all s at once, from V = 0,
        until max |V_new - V| < tol

    V is then within tol · γ / (1 - γ) of the best policy's values. A final state leads to itself
    with reward 0.

    Args:
        P: probabilities of the next state (S, A, S).
        R: expected rewards (S, A).
        gamma: discount, 0 to 1; 1 only where every way of acting well comes to an end.
        tol: the change at which the sweeps stop, above 0.

    Returns:
        (V, policy): V (S,) and the policy's actions (S,), integers, the lowest of equal ones.

    Raises:
        ValueError: if the shapes do not fit, a row of P is no distribution, gamma or tol is out of
            range, or the values do not settle within a million sweeps.

    Source: Bellman 1957; Sutton & Barto 2018, section 4.4; S0 6.9 names the field alone.

    Example:
        >>> P = [[[0.0, 1.0], [1.0, 0.0]], [[0.0, 1.0], [0.0, 1.0]]]  # state 1 is final
        >>> value_iteration(P, [[3.0, 1.0], [0.0, 0.0]], gamma=0.5, tol=1e-9)
        (array([3., 0.]), array([0, 0]))
    """
    P, R = floating(P, R)
    _require_model(P, R, gamma)
    require_positive(tol=tol)
    V = np.zeros_like(P, shape=len(P))
    for _ in range(MAX_SWEEPS):
        old, V = V, np.max(R + float(gamma) * (P @ V), axis=1)
        if np.max(np.abs(V - old)) < tol:
            return V, np.argmax(action_values(P, R, V, gamma), axis=1)
    raise ValueError(f"the values do not settle to tol in {MAX_SWEEPS} sweeps. Received: gamma={gamma}, tol={tol}")


def _require_model(P: Array, R: Array, gamma: float) -> None:
    fits = P.ndim == 3 and P.shape[0] == P.shape[2] and P.size > 0 and R.shape == P.shape[:2]
    require_fit(fits, "P is (S, A, S), R (S, A), with S and A at least 1", P=P, R=R)
    if np.any(P < 0) or not np.allclose(P.sum(axis=2), 1, atol=1e-6):
        raise ValueError(f"P[s, a] must be probabilities that sum to 1. Received: sums {P.sum(axis=2).tolist()}")
    if not 0 <= gamma <= 1:
        raise ValueError(f"gamma must be from 0 to 1. Received: gamma={gamma}")
