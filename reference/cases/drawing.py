"""What a case is, and the draw that most of them need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

Arguments = tuple[Any, ...]
Draw = Callable[[np.random.Generator], Arguments]
Case = tuple[str, Draw]
"""The name `module.function`, and what draws its arguments."""


def normal(*shapes: tuple[int, ...], options: Arguments = ()) -> Draw:
    """Arrays of these shapes from the standard normal distribution, then the options as they are."""
    return lambda rng: (*(rng.normal(size=shape) for shape in shapes), *options)
