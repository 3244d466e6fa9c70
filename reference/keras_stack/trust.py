"""Adversarial examples, through `keras.ops`.

Saliency and integrated gradients have no counterpart: all that Keras gives them is the gradient.
"""

from __future__ import annotations

from typing import Any

from keras import ops

from .tensors import Tensor, floating


def fgsm(x: Any, grad: Any, epsilon: float, low: float = 0.0, high: float = 1.0) -> Tensor:
    """x moved by epsilon in the direction of the gradient's sign, within low and high."""
    x, grad = floating(x, grad)
    return ops.clip(x + float(epsilon) * ops.sign(grad), float(low), float(high))
