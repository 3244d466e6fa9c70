"""Weights to start from: random, so that units differ, and as large as keeps signals their size."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from .arrays import Array


def glorot_uniform(shape: Sequence[int], seed: int) -> Array:
    """Uniform weights whose variance suits both the forward and the backward pass.

        w ~ U(-a, a)        a = √(6 / (fan_in + fan_out)),  variance 2 / (fan_in + fan_out)

    Args:
        shape: (fan_in, fan_out); of a convolution (kh, kw, in, out), where each fan counts kh·kw.
        seed: the same seed gives the same weights.

    Returns:
        An array of that shape, float64.

    Raises:
        ValueError: if the shape has fewer than two axes or a size is below 1.

    Source: Glorot & Bengio 2010, equation 16; S1 2.4 begins with "initialise the weights".

    Example:
        >>> weights = glorot_uniform((2, 4), seed=0)
        >>> weights.shape, bool(abs(weights).max() <= 1.0)
        ((2, 4), True)
    """
    fan_in, fan_out = _fans(shape)
    limit = math.sqrt(6 / (fan_in + fan_out))
    return np.random.default_rng(seed).uniform(-limit, limit, size=tuple(shape))


def he_normal(shape: Sequence[int], seed: int) -> Array:
    """Normal weights that make up for the half of its signal that a rectifier drops.

        w ~ N(0, 2 / fan_in)

    Args:
        shape: (fan_in, fan_out); of a convolution (kh, kw, in, out), where each fan counts kh·kw.
        seed: the same seed gives the same weights.

    Returns:
        An array of that shape, float64. Keras cuts the normal distribution at two standard deviations
        and widens it to the same variance.

    Raises:
        ValueError: if the shape has fewer than two axes or a size is below 1.

    Source: He et al. 2015, equation 10; S1 2.4.

    Example:
        >>> round(float(he_normal((200, 300), seed=0).std()), 2)
        0.1
    """
    fan_in, _ = _fans(shape)
    return np.random.default_rng(seed).normal(0, math.sqrt(2 / fan_in), size=tuple(shape))


def _fans(shape: Sequence[int]) -> tuple[int, int]:
    """How many numbers each output is computed from, and how many outputs each input reaches."""
    if len(shape) < 2 or min(shape) < 1:
        raise ValueError(f"shape must be (fan_in, fan_out), all at least 1. Received: shape={tuple(shape)}")
    *field, inputs, outputs = shape
    return math.prod(field) * inputs, math.prod(field) * outputs
