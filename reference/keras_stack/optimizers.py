"""Update rules, through `keras.optimizers`; arguments and results as in `numpy_stack.optimizers`.

Keras turns Python numbers into float32 before it casts them to a variable's dtype. NumPy's float64
keeps them exact, and a learning rate given as a function is not stored as a float32 variable.
"""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
from keras import ops

from .adam import (
    adam_step as adam_step,
    adam_step_uncorrected as adam_step_uncorrected,
    adamw_step as adamw_step,
    correction_factor as correction_factor,
)
from .tensors import Tensor, dtype_of, floating


def gradient_step(theta: Any, grad: Any, lr: float) -> Tensor:
    """One step of gradient descent, by `keras.optimizers.SGD`."""
    theta, grad = floating(theta, grad)
    variable = keras.Variable(theta, dtype=dtype_of(theta))
    keras.optimizers.SGD(learning_rate=lambda: np.float64(lr)).apply([grad], [variable])
    return ops.convert_to_tensor(variable)


def momentum_step(theta: Any, velocity: Any, grad: Any, lr: float, beta: float = 0.9) -> tuple[Tensor, Tensor]:
    """One step of gradient descent with momentum, by `keras.optimizers.SGD`."""
    return _sgd_step(theta, velocity, grad, lr, beta, nesterov=False)


def nesterov_step(theta: Any, velocity: Any, grad: Any, lr: float, beta: float = 0.9) -> tuple[Tensor, Tensor]:
    """One step with Nesterov's momentum, by `keras.optimizers.SGD`."""
    return _sgd_step(theta, velocity, grad, lr, beta, nesterov=True)


def _sgd_step(theta: Any, velocity: Any, grad: Any, lr: float, beta: float, nesterov: bool) -> tuple[Tensor, Tensor]:
    theta, velocity, grad = floating(theta, velocity, grad)
    optimizer = keras.optimizers.SGD(learning_rate=lambda: np.float64(lr), momentum=np.float64(beta), nesterov=nesterov)
    return _apply(optimizer, theta, velocity, grad)


def rmsprop_step(
    theta: Any, s: Any, grad: Any, lr: float, rho: float = 0.9, eps: float = 1e-7
) -> tuple[Tensor, Tensor]:
    """One step of RMSprop, by `keras.optimizers.RMSprop`; eps inside the root."""
    theta, s, grad = floating(theta, s, grad)
    optimizer = keras.optimizers.RMSprop(
        learning_rate=lambda: np.float64(lr), rho=np.float64(rho), epsilon=np.float64(eps)
    )
    return _apply(optimizer, theta, s, grad)


def _apply(optimizer: Any, theta: Tensor, state: Tensor, grad: Tensor) -> tuple[Tensor, Tensor]:
    """Theta and the state after one step of an optimizer that keeps one tensor for each variable."""
    variable = keras.Variable(theta, dtype=dtype_of(theta))
    optimizer.build([variable])
    _, slot = optimizer.variables
    slot.assign(state)
    optimizer.apply([grad], [variable])
    return ops.convert_to_tensor(variable), ops.convert_to_tensor(slot)
