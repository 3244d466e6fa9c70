"""The conventions that every function of `cases.functions` keeps: arguments are read, results are new."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from reference.cases.drawing import Arguments
from reference.cases.functions import CASES
from tests.reference.layouts import read_only, strided

every_case = pytest.mark.parametrize(
    ("name", "arguments"), CASES, ids=[f"{name}-{number}" for number, (name, _) in enumerate(CASES)]
)


def _function(name: str) -> Any:
    module, function = name.split(".")
    return getattr(import_module(f"reference.numpy_stack.{module}"), function)


def _map(value: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(value, (tuple, list)):
        return type(value)(_map(part, change) for part in value)
    return change(value) if isinstance(value, np.ndarray) else value


def _arrays(value: Any) -> Iterator[Any]:
    """Every array in arguments or a result, and numbers as arrays."""
    if isinstance(value, (tuple, list)):
        for part in value:
            yield from _arrays(part)
    elif not callable(value):
        yield np.asarray(value)


@every_case
def test_arguments_are_only_read(
    name: str, arguments: Callable[[np.random.Generator], Arguments], rng: np.random.Generator
) -> None:
    """Read-only arguments will do, and no result shares memory with an argument."""
    given = _map(arguments(rng), read_only)
    result = _function(name)(*given)

    for part in _arrays(result):
        assert not any(np.shares_memory(part, argument) for argument in _arrays(given))


@every_case
def test_memory_layout_is_no_matter(
    name: str, arguments: Callable[[np.random.Generator], Arguments], rng: np.random.Generator
) -> None:
    """Arrays with gaps in Fortran's order give what contiguous ones give."""
    given = arguments(rng)
    expected = _function(name)(*given)

    for ours, theirs in zip(_arrays(_function(name)(*_map(given, strided))), _arrays(expected)):
        np.testing.assert_allclose(ours, theirs, 1e-12, 1e-15)


@every_case
def test_integers_compute_in_float64(
    name: str, arguments: Callable[[np.random.Generator], Arguments], rng: np.random.Generator
) -> None:
    """Integers give what the same numbers give as float64: nothing is truncated."""
    given = _map(arguments(rng), lambda array: np.rint(array) if array.dtype.kind == "f" else array)
    counted = _map(given, lambda array: array.astype(np.int64))

    for ours, theirs in zip(_arrays(_function(name)(*counted)), _arrays(_function(name)(*given))):
        assert ours.dtype == np.float64
        np.testing.assert_array_equal(ours, theirs)
