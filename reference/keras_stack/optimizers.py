"""Update rules, through `keras.optimizers`; arguments and results as in `numpy_stack.optimizers`.

Keras turns Python numbers into float32 before it casts them to a variable's dtype. NumPy's float64
keeps them exact, and a learning rate given as a function is not stored as a float32 variable.
"""

from __future__ import annotations

import math
from typing import Any

import keras
import numpy as np
from keras import ops

from .tensors import Tensor, dtype_of, floating


def gradient_step(theta: Any, grad: Any, lr: float) -> Tensor:
    """One step of gradient descent, by `keras.optimizers.SGD`."""
    theta, grad = floating(theta, grad)
    variable = keras.Variable(theta, dtype=dtype_of(theta))
    keras.optimizers.SGD(learning_rate=lambda: np.float64(lr)).apply([grad], [variable])
    return ops.convert_to_tensor(variable)


def adam_step(
    theta: Any,
    m: Any,
    v: Any,
    grad: Any,
    t: int,
    lr: float = 1e-3,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> tuple[Tensor, Tensor, Tensor]:
    """One step of Adam, by `keras.optimizers.Adam`.

    Keras adds its epsilon to √v, where Algorithm 1 of Kingma & Ba adds eps to √v̂ = √v / √(1-β₂ᵗ).
    The two agree at step t for epsilon = eps · √(1-β₂ᵗ), the "epsilon hat" of the paper's section 2.
    """
    theta, m, v, grad = floating(theta, m, v, grad)
    variable = keras.Variable(theta, dtype=dtype_of(theta))
    optimizer = keras.optimizers.Adam(
        learning_rate=lambda: np.float64(lr),
        beta_1=np.float64(beta1),
        beta_2=np.float64(beta2),
        epsilon=np.float64(eps * math.sqrt(1 - beta2**t)),
    )
    optimizer.build([variable])
    iterations, momentum, velocity = optimizer.variables
    for slot, start in ((iterations, t - 1), (momentum, m), (velocity, v)):
        slot.assign(start)
    optimizer.apply([grad], [variable])
    theta, m, v = (ops.convert_to_tensor(slot) for slot in (variable, momentum, velocity))
    return theta, m, v
