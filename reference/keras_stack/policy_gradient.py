"""REINFORCE, through Keras's sparse cross-entropy of the actions taken; its gradient by the tape."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from .tensors import Tensor, floating, value_and_gradients


def reinforce_objective(theta: Any, states: Any, actions: Any, returns: Any) -> Tensor:
    """Mean of G_t · log π(a_t | s_t) for the softmax policy with the logits states @ theta."""
    theta, states, returns = floating(theta, states, returns)
    surprise = keras.losses.sparse_categorical_crossentropy(actions, ops.matmul(states, theta), from_logits=True)
    return -ops.mean(returns * surprise)


def reinforce_gradient(theta: Any, states: Any, actions: Any, returns: Any) -> Tensor:
    """Gradient of `reinforce_objective` in theta, to be ascended; theta's shape."""
    theta, states, returns = floating(theta, states, returns)
    _, (gradient,) = value_and_gradients(lambda t: reinforce_objective(t, states, actions, returns), theta)
    return gradient
