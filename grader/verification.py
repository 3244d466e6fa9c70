"""The reference in NumPy against the reference in Keras, held against the tolerances of checks."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from grader.checks.tolerance import TABLE
from grader.errors import UsageError
from grader.grading import load_reference_stack

PRECISIONS = {"cpu": ("float64", "float32"), "gpu": ("float64", "float32", "tf32", "mixed_float16")}


def measure(device: str, only: str) -> list[dict[str, Any]]:
    """Every function of both stacks whose name matches, on a device of TensorFlow's: distances and tolerance."""
    load_reference_stack()
    _prepare_tensorflow(device)
    agreement = import_module("reference.agreement")
    kind = "gpu" if device.startswith("GPU") else "cpu"
    rows = []
    try:
        for found in agreement.measure(PRECISIONS[kind], device, only):
            row = TABLE[_row(found.precision, kind)]
            within = found.relative <= row.relative and found.device in ("", device)
            values = {name: getattr(found, name) for name in ("name", "precision", "device", "cases")}
            values |= {name: getattr(found, name) for name in ("absolute", "relative", "ulp")}
            rows.append({**values, "tolerance": row.relative, "within": within})
    except ValueError as error:
        raise UsageError(f"--only: {error}") from error
    return rows


def _row(precision: str, kind: str) -> str:
    """The row of the tolerance table that a check uses for an answer of this precision on this kind of device."""
    if precision == "mixed_float16":
        return "float16"
    return "tf32" if precision == "float32" and kind == "gpu" else precision


@contextlib.contextmanager
def _silent_errors() -> Iterator[None]:
    """Without what TensorFlow's libraries write to descriptor 2 before they read any setting."""
    kept, null = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(null)


def _prepare_tensorflow(device: str) -> None:
    """Before TensorFlow's runtime starts: quiet, as many logical CPUs as are asked for, no memory taken ahead."""
    os.environ |= {"TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0"}
    with _silent_errors():
        config = import_module("tensorflow").config
    kind, _, number = device.partition(":")
    if kind == "CPU" and int(number) > 0:
        one = config.list_physical_devices("CPU")[0]
        config.set_logical_device_configuration(one, [config.LogicalDeviceConfiguration()] * (int(number) + 1))
    for gpu in config.list_physical_devices("GPU"):
        config.experimental.set_memory_growth(gpu, True)
