"""Penalties on the size of weights, through `keras.regularizers`, and their gradients by the tape.

A regularizer stores its factor as float32, so it gets 1, and lam multiplies what it returns.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import keras
from keras import ops

from .tensors import Tensor, floating, value_and_gradients


def l1_penalty(params: Sequence[Any], lam: float) -> Tensor:
    """lam · Σ |w| over all elements of all parameters."""
    return lam * ops.sum(ops.stack([keras.regularizers.L1(1.0)(param) for param in floating(*params)]))


def l2_penalty(params: Sequence[Any], lam: float) -> Tensor:
    """lam · Σ w² over all elements of all parameters."""
    return lam * ops.sum(ops.stack([keras.regularizers.L2(1.0)(param) for param in floating(*params)]))


def l2_gradient(w: Any, lam: float) -> Tensor:
    """Gradient of `l2_penalty` with respect to one parameter; its shape."""
    _, (gradient,) = value_and_gradients(lambda p: l2_penalty([p], lam), *floating(w))
    return gradient


def l1_gradient(w: Any, lam: float) -> Tensor:
    """Gradient of `l1_penalty` with respect to one parameter; its shape, 0 at 0."""
    _, (gradient,) = value_and_gradients(lambda p: l1_penalty([p], lam), *floating(w))
    return gradient
