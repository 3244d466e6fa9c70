"""Recommendations: a matrix of ratings as the product of two thin ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_fit
from .limits import require_at_least
from .samples import class_labels


def mf_step(U: ArrayLike, V: ArrayLike, i: int, j: int, rating: float, lr: float, l2: float) -> tuple[Array, Array]:
    """One step of gradient descent on one rating.

        e = rating - u·v        u = U[i], v = V[j]
        u ← u + lr · (e v - l2 u)        v ← v + lr · (e u - l2 v)        both from the old u and v

    Args:
        U: vectors of the users (users, d).
        V: vectors of the items (items, d).
        i, j: the user and the item, from 0.
        rating: what the user gave the item.
        lr: learning rate, 0 or more.
        l2: strength of the regularisation, 0 or more.

    Returns:
        (U, V), new arrays in which one row has changed.

    Raises:
        ValueError: if the shapes do not fit, i or j is out of range, or lr or l2 is negative.

    Source: Koren, Bell & Volinsky 2009; S2 6.

    Example:
        >>> mf_step([[1.0, 0.0]], [[2.0, 1.0], [9.0, 9.0]], i=0, j=0, rating=3.0, lr=0.5, l2=0.0)
        (array([[2. , 0.5]]), array([[2.5, 1. ],
               [9. , 9. ]]))
    """
    require_at_least(0, lr=lr, l2=l2)
    U, V = _factors(U, V)
    row, column = int(class_labels(i, len(U), "i")), int(class_labels(j, len(V), "j"))
    u, v = U[row], V[column]
    error = float(rating) - u @ v
    U, V = U.copy(), V.copy()
    U[row], V[column] = u + float(lr) * (error * v - float(l2) * u), v + float(lr) * (error * u - float(l2) * v)
    return U, V


def rmse(U: ArrayLike, V: ArrayLike, triples: ArrayLike) -> float:
    """Root of the mean squared error of the ratings that are known.

        rmse = √(1/n · Σ (rating - U[i]·V[j])²)

    Args:
        U: vectors of the users (users, d).
        V: vectors of the items (items, d).
        triples: (i, j, rating) of n ratings (n, 3), at least one.

    Returns:
        A number.

    Raises:
        ValueError: if the shapes do not fit, an i or j is out of range or there is no triple.

    Source: S2 6.

    Example:
        >>> rmse([[1.0], [2.0]], [[3.0]], [(0, 0, 3.0), (1, 0, 2.0)])
        2.8284271247461903
    """
    U, V = _factors(U, V)
    known = np.asarray(triples, dtype=np.float64)
    fits = known.ndim == 2 and known.shape[1] == 3 and len(known) > 0
    require_fit(fits, "triples are (n, 3), one or more", triples=known)
    rows = class_labels(known[:, 0].astype(np.int64), len(U), "i")
    columns = class_labels(known[:, 1].astype(np.int64), len(V), "j")
    errors = known[:, 2] - np.sum(U[rows] * V[columns], axis=1)
    return float(np.sqrt(np.mean(errors**2)))


def _factors(U: ArrayLike, V: ArrayLike) -> tuple[Array, Array]:
    U, V = floating(U, V)
    fits = U.ndim == V.ndim == 2 and U.shape[1] == V.shape[1]
    require_fit(fits, "U is (users, d) and V (items, d)", U=U, V=V)
    return U, V
