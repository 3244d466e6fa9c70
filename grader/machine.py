"""What this machine has, told without importing it."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

Device = Literal["cpu", "gpu"]


@cache
def has_tensorflow() -> bool:
    """Whether TensorFlow is installed, without importing it."""
    return find_spec("tensorflow") is not None and find_spec("keras") is not None


@cache
def has_gpu() -> bool:
    """Whether the machine has an NVIDIA device; TensorFlow is not asked."""
    return any(Path("/dev").glob("nvidia[0-9]*"))


def choose_device(asked: str, *, keras: bool) -> Device:
    """`auto` is the GPU where there is one and a Keras submission to use it."""
    if asked == "auto":
        return "gpu" if keras and has_gpu() else "cpu"
    return "gpu" if asked == "gpu" else "cpu"
