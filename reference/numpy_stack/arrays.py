"""How arguments become arrays: one dtype for all of them, and shapes that must agree."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

Array = NDArray[np.floating[Any]]


def float_dtype(*dtypes: DTypeLike) -> np.dtype[Any]:
    """The dtype to compute in: what NumPy promotes `dtypes` to if that is a float, else float64.

    Example:
        >>> float_dtype("float32", "float32"), float_dtype("int64"), float_dtype()
        (dtype('float32'), dtype('float64'), dtype('float64'))
    """
    promoted = np.result_type(*dtypes) if dtypes else np.dtype(np.float64)
    return promoted if np.issubdtype(promoted, np.floating) else np.dtype(np.float64)


def floating(*values: ArrayLike) -> tuple[Array, ...]:
    """The values as arrays of one float dtype; Python numbers adapt to the arrays beside them.

    An array that has that dtype already comes back as it is, so callers never write into it.

    Example:
        >>> floating([1, 2], 3)
        (array([1., 2.]), array(3.))
    """
    arrays = [np.asarray(value) for value in values]
    fixed = [array.dtype for array, value in zip(arrays, values) if not isinstance(value, (int, float))]
    dtype = float_dtype(*fixed)
    return tuple(array.astype(dtype, copy=False) for array in arrays)


def require_same_shape(**arrays: NDArray[Any]) -> None:
    """Raise ValueError unless all arrays have one shape, so that none is silently broadcast."""
    shapes = {name: array.shape for name, array in arrays.items()}
    if len(set(shapes.values())) > 1:
        received = ", ".join(f"{name} {shape}" for name, shape in shapes.items())
        raise ValueError(f"{', '.join(shapes)} must have the same shape. Received: {received}")


def require_fit(fits: bool, rule: str, **arrays: NDArray[Any]) -> None:
    """Raise ValueError that states `rule` and the shapes of all arrays, unless they fit.

    Example:
        >>> require_fit(False, "x is (n, d)", x=np.zeros(3))
        Traceback (most recent call last):
        ValueError: x is (n, d). Received: x (3,)
    """
    if not fits:
        received = ", ".join(f"{name} {array.shape}" for name, array in arrays.items())
        raise ValueError(f"{rule}. Received: {received}")
