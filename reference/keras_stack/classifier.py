"""A classifier with one hidden layer, through Keras's layers and loss; gradients by the tape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .activations import relu
from .cross_entropies import sparse_cross_entropy
from .dense import dense_forward
from .tensors import Tensor, floating, value_and_gradients

PARAMETERS = ("W1", "b1", "W2", "b2")


def classifier_loss(x: Any, labels: Any, params: Mapping[str, Any]) -> Tensor:
    """Loss of a rectified hidden layer and a softmax output; shapes as in `numpy_stack.classifier`."""
    x, W1, b1, W2, b2 = floating(x, *(params[name] for name in PARAMETERS))
    return sparse_cross_entropy(labels, dense_forward(relu(dense_forward(x, W1, b1)), W2, b2))


def classifier_gradients(x: Any, labels: Any, params: Mapping[str, Any]) -> tuple[Tensor, dict[str, Tensor]]:
    """(loss, grads) of `classifier_loss`, grads by `tf.GradientTape` under the parameters' names."""
    x, *weights = floating(x, *(params[name] for name in PARAMETERS))
    loss, gradients = value_and_gradients(lambda *w: classifier_loss(x, labels, dict(zip(PARAMETERS, w))), *weights)
    return loss, dict(zip(PARAMETERS, gradients))
