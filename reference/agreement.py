"""Runs both stacks on one device and measures how far they part.

Every function that both stacks have is called on random inputs of several shapes, in every precision asked for;
forward passes and gradients are functions like any other. The device that ran is read from the tensors that came back,
not from the request.
"""

from __future__ import annotations

import contextlib
import fnmatch
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any

import numpy as np

Arguments = tuple[Any, ...]
Case = tuple[str, Callable[[np.random.Generator], Arguments]]
CASE_MODULES = ("first", "functions", "layers", "data", "generative", "reinforcement")
SEEDS = (0, 1, 2)


@dataclass(frozen=True)
class Precision:
    """In what numbers the two stacks compute: `keras` is the dtype of Keras's inputs, `numpy` that of the same numbers
    in NumPy, `tf32` whether a GPU may round the factors of products to TF32, `policy` Keras's dtype policy."""

    keras: str
    numpy: str
    tf32: bool = False
    policy: str = "float32"


PRECISIONS = {
    "float64": Precision("float64", "float64"),
    "float32": Precision("float32", "float32"),
    "tf32": Precision("float32", "float32", tf32=True),
    "mixed_float16": Precision("float16", "float32", policy="mixed_float16"),
}
NEVER_HALF = (  # training keeps its parameters in float32; 1 - 1e-7 is 1 in float16; TensorFlow has no FFT of it
    *("adam.*", "optimizers.*", "linear_regression.*", "logistic_regression.*", "softmax_regression.*", "gan.gan_step"),
    *("cross_entropies.binary_cross_entropy*", "cross_entropies.cross_entropy*", "spectrogram.*"),
)


@dataclass(frozen=True)
class Disagreement:
    """The largest distance between the two results of one function in one precision, over all its cases.

    `absolute` is max |a - b|; `relative` divides it by the largest magnitude of that result; `ulp` counts it in units
    in the last place of that magnitude. `device` is where TensorFlow ran, "" where the result holds no tensor.
    """

    name: str
    precision: str
    cases: int
    absolute: float
    relative: float
    ulp: float
    device: str


def all_cases() -> list[Case]:
    """Every case: the name `module.function` and what draws its arguments."""
    modules = [import_module(f".cases.{name}", __package__) for name in CASE_MODULES]
    return [case for module in modules for case in module.CASES]


def measure(
    precisions: Sequence[str], device: str = "CPU:0", only: str = "*", seeds: Sequence[int] = SEEDS
) -> Iterator[Disagreement]:
    """One `Disagreement` for each function and precision, on a device of TensorFlow's ("CPU:1", "GPU:0").

    Raises `ValueError` where `only`, a pattern of names, matches nothing.
    """
    names = list(dict.fromkeys(name for name, _ in all_cases() if fnmatch.fnmatch(name, only)))
    if not names:
        raise ValueError(f"only must match the name of a function, e.g. 'losses.*'. Received: {only!r}")
    for name in names:
        draws = [draw for known, draw in all_cases() if known == name]
        for precision in precisions:
            if precision == "mixed_float16" and any(fnmatch.fnmatch(name, never) for never in NEVER_HALF):
                continue
            yield _measure_one(name, draws, precision, device, seeds)


def _measure_one(
    name: str,
    draws: Sequence[Callable[[np.random.Generator], Arguments]],
    precision: str,
    device: str,
    seeds: Sequence[int],
) -> Disagreement:
    from . import keras_stack, numpy_stack

    numbers, worst, ran_on = PRECISIONS[precision], (0.0, 0.0, 0.0), ""
    with _computing_in(numbers, device):
        for draw in draws:
            for seed in seeds:
                given = cast(draw(np.random.default_rng(seed)), numbers.keras)
                ours = call(numpy_stack, name, cast(given, numbers.numpy))
                theirs = call(keras_stack, name, given)
                worst = tuple(map(max, worst, distance(ours, theirs, numbers.keras)))  # type: ignore[assignment]
                ran_on = ran_on or device_of(theirs)
    return Disagreement(name, precision, len(draws), *worst, ran_on)


@contextlib.contextmanager
def _computing_in(numbers: Precision, device: str) -> Iterator[None]:
    """TensorFlow on this device, with these numbers; both settings are put back."""
    import keras
    import tensorflow as tf

    tf32, policy = tf.config.experimental.tensor_float_32_execution_enabled(), keras.config.dtype_policy()
    tf.config.experimental.enable_tensor_float_32_execution(numbers.tf32)
    keras.config.set_dtype_policy(numbers.policy)
    try:
        with tf.device(f"/{device}"):
            yield
    finally:
        tf.config.experimental.enable_tensor_float_32_execution(tf32)
        keras.config.set_dtype_policy(policy)


def call(stack: ModuleType, name: str, arguments: Arguments) -> Any:
    """`stack.module.function(*arguments)` for the name "module.function"."""
    module, function = name.split(".")
    return getattr(getattr(stack, module), function)(*arguments)


def cast(value: Any, dtype: str) -> Any:
    """The float arrays of `value` in another dtype; labels, numbers, names and options as they are."""
    if isinstance(value, dict):
        return {key: cast(part, dtype) for key, part in value.items()}
    if isinstance(value, (tuple, list)):
        return type(value)(cast(part, dtype) for part in value)
    return value.astype(dtype) if is_float_array(value) else value


def is_float_array(value: Any) -> bool:
    """Whether `cast` changes the value."""
    return isinstance(value, np.ndarray) and np.issubdtype(value.dtype, np.floating)


def parts(value: Any, name: str = "result") -> Iterator[tuple[str, Any]]:
    """Every number and array of a result with its name."""
    if isinstance(value, dict):
        for key in sorted(value):
            yield from parts(value[key], key)
    elif isinstance(value, (tuple, list)):
        for index, part in enumerate(value):
            yield from parts(part, f"{name}[{index}]")
    else:
        yield name, value


def distance(ours: Any, theirs: Any, dtype: str = "float64") -> tuple[float, float, float]:
    """Largest absolute, relative and ulp distance of two results; infinite where shapes or parts differ.

    Units in the last place are those of `dtype`, in which both were computed: a float does not tell.
    """
    pairs = list(zip(parts(ours), parts(theirs)))
    worst = (0.0, 0.0, 0.0)
    for (name, mine), (other, right) in pairs:
        a, b = np.asarray(mine), np.asarray(right)
        if name != other or a.shape != b.shape:
            return float("inf"), float("inf"), float("inf")
        worst = tuple(map(max, worst, _array_distance(a, b, dtype)))  # type: ignore[assignment]
    return worst


def _array_distance(a: np.ndarray, b: np.ndarray, dtype: str) -> tuple[float, float, float]:
    if a.size == 0 or np.array_equal(a, b, equal_nan=a.dtype.kind == "f"):
        return 0.0, 0.0, 0.0
    if a.dtype.kind not in "fc":
        return float("inf"), float("inf"), float("inf")
    absolute = float(np.max(np.abs(a.astype(np.float64) - b.astype(np.float64))))
    scale = float(np.max(np.abs(b)))
    if not np.isfinite(absolute):
        return float("inf"), float("inf"), float("inf")
    spacing = float(np.spacing(np.asarray(scale, dtype=dtype)))
    return absolute, absolute / scale if scale else absolute, absolute / spacing


def device_of(result: Any) -> str:
    """Short name ("CPU:1") of the device that holds the first tensor of a result; "" where there is none."""
    for _, part in parts(result):
        place = getattr(part, "device", "")
        if isinstance(place, str) and "device:" in place:
            return place.rsplit("device:", 1)[1]
    return ""
