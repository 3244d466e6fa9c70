"""Adam and its relatives, through `keras.optimizers`; arguments and results as in `numpy_stack.adam`.

Numbers go in as NumPy's float64, because Keras turns Python's into float32.
"""

from __future__ import annotations

import math
from typing import Any

import keras
import numpy as np
from keras import ops

from .tensors import Tensor, dtype_of, floating


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
    optimizer = keras.optimizers.Adam(**_constants(lr, beta1, beta2, eps * math.sqrt(1 - beta2**t)))
    return _apply(optimizer, theta, m, v, grad, t)


def adamw_step(
    theta: Any,
    m: Any,
    v: Any,
    grad: Any,
    t: int,
    lr: float = 1e-3,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
    weight_decay: float = 0.004,
) -> tuple[Tensor, Tensor, Tensor]:
    """One step of Adam with decoupled weight decay, by `keras.optimizers.AdamW`; epsilon as in `adam_step`."""
    constants = _constants(lr, beta1, beta2, eps * math.sqrt(1 - beta2**t))
    optimizer = keras.optimizers.AdamW(weight_decay=np.float64(weight_decay), **constants)
    return _apply(optimizer, theta, m, v, grad, t)


def adam_step_uncorrected(
    theta: Any,
    m: Any,
    v: Any,
    grad: Any,
    lr: float = 1e-3,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> tuple[Tensor, Tensor, Tensor]:
    """One step of Adam without bias correction: Keras's first step, whose learning rate undoes its correction."""
    lr = lr * (1 - beta1) / math.sqrt(1 - beta2)
    return _apply(keras.optimizers.Adam(**_constants(lr, beta1, beta2, eps)), theta, m, v, grad, 1)


def correction_factor(t: int, beta1: float = 0.9, beta2: float = 0.999) -> Tensor:
    """The corrected step divided by the uncorrected one at eps = 0, measured on a gradient of 1."""
    corrected, _, _ = adam_step(0.0, 0.0, 0.0, 1.0, t, 1.0, beta1, beta2, 0.0)
    uncorrected, _, _ = adam_step_uncorrected(0.0, 0.0, 0.0, 1.0, 1.0, beta1, beta2, 0.0)
    return corrected / uncorrected


def _constants(lr: float, beta1: float, beta2: float, epsilon: float) -> dict[str, Any]:
    """Keras's names of the constants; a learning rate given as a function is not stored as float32."""
    return {
        "learning_rate": lambda: np.float64(lr),
        "beta_1": np.float64(beta1),
        "beta_2": np.float64(beta2),
        "epsilon": np.float64(epsilon),
    }


def _apply(optimizer: Any, theta: Any, m: Any, v: Any, grad: Any, t: int) -> tuple[Tensor, Tensor, Tensor]:
    """Theta and the moments after step t of an optimizer that is given the moments before it."""
    theta, m, v, grad = floating(theta, m, v, grad)
    variable = keras.Variable(theta, dtype=dtype_of(theta))
    optimizer.build([variable])
    iterations, momentum, velocity = optimizer.variables
    for slot, start in ((iterations, t - 1), (momentum, m), (velocity, v)):
        slot.assign(start)
    optimizer.apply([grad], [variable])
    theta, m, v = (ops.convert_to_tensor(slot) for slot in (variable, momentum, velocity))
    return theta, m, v
