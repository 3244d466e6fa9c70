"""What the contract tests share: the functions of a module, and the same arguments lying differently in memory."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


def public_functions(*modules: str) -> set[str]:
    """The names of all public functions that these modules of `numpy_stack` define."""
    loaded = [import_module(f"reference.numpy_stack.{name}") for name in modules]
    return {
        name
        for module in loaded
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
    }


def read_only(array: Array) -> Array:
    """The same values, which cannot be written to."""
    array = array.copy()
    array.flags.writeable = False
    return array


def strided(array: Array) -> Array:
    """The same values with gaps between them, in Fortran's order, backwards along the first axis."""
    wide = np.full([2 * size for size in array.shape], 77, dtype=array.dtype, order="F")
    view = wide[tuple(slice(None, None, 2) for _ in array.shape)][(slice(None, None, -1),) * min(array.ndim, 1)]
    view[...] = array
    return view


def parts(result: Any) -> tuple[Any, ...]:
    """A result that may be one array, or several, as several."""
    return result if isinstance(result, tuple) else (result,)


def same_in_any_layout(function: Callable[..., Any], *arguments: Array) -> None:
    """Raise AssertionError unless read-only and strided arguments do, stay as they are, and share no memory."""
    expected = parts(function(*arguments))
    for change in (read_only, strided):
        given = [change(np.asarray(argument)) for argument in arguments]
        found = parts(function(*given))

        for our, their in zip(found, expected, strict=True):
            np.testing.assert_allclose(our, their, 1e-13, 1e-15)
            assert not any(np.shares_memory(our, argument) for argument in given)
        for argument, before in zip(given, arguments):
            np.testing.assert_array_equal(argument, before)
