"""The reference: every concept of the course, computed once in NumPy and once in Keras.

Both stacks use the same module names, function names and argument order; `experiments` trains with them on
real data. Each of the three is imported when it is first used, so that NumPy work never waits for TensorFlow.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import experiments, keras_stack, numpy_stack

__all__ = ["experiments", "keras_stack", "numpy_stack"]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f".{name}", __name__)
    raise AttributeError(f"{__name__} has the packages {', '.join(__all__)}. Received: {name}")


def __dir__() -> list[str]:
    return sorted(__all__)
