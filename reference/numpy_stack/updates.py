"""An update rule for many parameters, with the state that it keeps for each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from . import optimizers
from .arrays import Array

RULES: dict[str, tuple[Callable[..., Any], int]] = {  # each with the number of arrays it keeps for a parameter
    "sgd": (optimizers.gradient_step, 0),
    "momentum": (optimizers.momentum_step, 1),
    "nesterov": (optimizers.nesterov_step, 1),
    "rmsprop": (optimizers.rmsprop_step, 1),
    "adam": (optimizers.adam_step, 2),
    "adamw": (optimizers.adamw_step, 2),
}
COUNTED = {"adam", "adamw"}  # the rules that want the number of the step


class Optimizer:
    """One of the rules of `optimizers`, its constants, and its state for each parameter.

    Args:
        rule: "sgd", "momentum", "nesterov", "rmsprop", "adam" or "adamw".
        lr: learning rate, 0 or more; may be changed between steps.
        constants: the rule's other constants, by name.

    Attributes:
        steps: number of steps taken.

    Raises:
        ValueError: if the rule is unknown, or at the first step if a constant is out of range.

    Source: S1 6.6, S4 3.

    Example:
        >>> optimizer = Optimizer("momentum", lr=0.5, beta=0.5)
        >>> for _ in range(2):
        ...     print(optimizer.step({"w": np.array([1.0])}, {"w": np.array([2.0])}))
        {'w': array([0.])}
        {'w': array([-0.5])}
    """

    def __init__(self, rule: str, lr: float = 1e-3, **constants: float) -> None:
        if rule not in RULES:
            raise ValueError(f"rule must be one of {', '.join(RULES)}. Received: rule={rule!r}")
        self.rule = rule
        self.lr = lr
        self.constants = constants
        self.steps = 0
        self._state: dict[str, tuple[Array, ...]] = {}

    def step(self, parameters: dict[str, Array], gradients: dict[str, Array]) -> dict[str, Array]:
        """The new parameters, under the names of the old ones; each needs its gradient."""
        self.steps += 1
        return {name: self._updated(name, theta, gradients[name]) for name, theta in parameters.items()}

    def _updated(self, name: str, theta: Array, grad: Array) -> Array:
        function, kept = RULES[self.rule]
        state = self._state.get(name, (np.zeros_like(theta),) * kept)
        count = (self.steps,) if self.rule in COUNTED else ()
        result = function(theta, *state, grad, *count, lr=self.lr, **self.constants)
        new, *rest = result if kept else (result,)
        self._state[name] = tuple(rest)
        return np.asarray(new)
