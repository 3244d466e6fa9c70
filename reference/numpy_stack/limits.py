"""Limits that numbers must keep: rates, decays, counts."""

from __future__ import annotations


def require_at_least(low: float, **numbers: float) -> None:
    """Raise ValueError unless every number is at least `low`; NaN is not.

    Example:
        >>> require_at_least(0, lr=-0.1)
        Traceback (most recent call last):
        ValueError: lr must be at least 0. Received: lr=-0.1
    """
    for name, number in numbers.items():
        if not number >= low:
            raise ValueError(f"{name} must be at least {low}. Received: {name}={number}")


def require_positive(**numbers: float) -> None:
    """Raise ValueError unless every number is above 0.

    Example:
        >>> require_positive(decay_steps=0)
        Traceback (most recent call last):
        ValueError: decay_steps must be above 0. Received: decay_steps=0
    """
    for name, number in numbers.items():
        if not number > 0:
            raise ValueError(f"{name} must be above 0. Received: {name}={number}")


def require_fraction(**numbers: float) -> None:
    """Raise ValueError unless every number is in [0, 1): what is kept of an average at each step.

    Example:
        >>> require_fraction(beta=1.0)
        Traceback (most recent call last):
        ValueError: beta must be in [0, 1). Received: beta=1.0
    """
    for name, number in numbers.items():
        if not 0 <= number < 1:
            raise ValueError(f"{name} must be in [0, 1). Received: {name}={number}")
