"""Weights to start from, through `keras.initializers`; another generator than NumPy's, so other numbers."""

from __future__ import annotations

from collections.abc import Sequence

import keras

from .tensors import Tensor


def glorot_uniform(shape: Sequence[int], seed: int) -> Tensor:
    """Uniform weights of variance 2 / (fan_in + fan_out), float64."""
    return keras.initializers.GlorotUniform(seed=seed)(tuple(shape), dtype="float64")


def he_normal(shape: Sequence[int], seed: int) -> Tensor:
    """Normal weights of variance 2 / fan_in, float64; cut at two standard deviations, then widened."""
    return keras.initializers.HeNormal(seed=seed)(tuple(shape), dtype="float64")
