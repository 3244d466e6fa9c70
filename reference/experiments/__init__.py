"""What the reference is used for: networks trained on real data, in NumPy and in Keras, to a measured result.

A module is imported when it is first used; importing the package imports nothing, NumPy included. Keras is imported by
the functions that train with it, when they are called.
A new experiment is a new file and its name in `__all__` and in the `TYPE_CHECKING` block.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import adversarial_digits, attention_reversal, digits_cnn, digits_dense, digits_gan, digits_vae

__all__ = ["adversarial_digits", "attention_reversal", "digits_cnn", "digits_dense", "digits_gan", "digits_vae"]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f".{name}", __name__)
    raise AttributeError(f"{__name__} has the modules {', '.join(__all__)}. Received: {name}")


def __dir__() -> list[str]:
    return sorted(__all__)
