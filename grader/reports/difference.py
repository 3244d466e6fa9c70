"""Two arrays that were found different: where, by how much, and the worst elements in words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np

    from grader.results import Comparison

ROWS = 5
SEQUENCES, IMAGES = {"rnn"}, {"cnn", "image", "gan"}  # topics


class Element(NamedTuple):
    """One element, as text."""

    at: str
    yours: str
    expected: str
    error: str


@dataclass(frozen=True, slots=True)
class Difference:
    """The error of every element; `error` is 0 where the element is within tolerance.

    `axes` are the ones that a picture shows, one or two of them.
    """

    what: str
    actual: np.ndarray
    expected: np.ndarray
    error: np.ndarray
    wrong: np.ndarray
    axes: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many elements are out of tolerance."""
        return int(self.wrong.sum())

    @property
    def worst(self) -> tuple[int, ...]:
        """Where the error is largest."""
        import numpy as np

        return tuple(int(i) for i in np.unravel_index(int(self.error.argmax()), self.error.shape))


def difference(comparison: Comparison | None, topic: str = "") -> Difference | None:
    """What there is to show of a comparison; None for single numbers and for what is not numeric.

    The exercise's topic tells what the axes of an array mean.
    """
    import numpy as np

    if comparison is None:
        return None
    actual, expected = np.asarray(comparison.actual), np.asarray(comparison.expected)
    numeric = actual.dtype.kind in "biufc" and expected.dtype.kind in "biufc"
    if actual.shape != expected.shape or actual.size < 2 or not numeric:
        return None
    error = _error(actual, expected)
    wrong = error > _bound(expected, comparison)
    if not wrong.any():
        return None
    axes = _axes(actual.shape, comparison.what, topic)
    return Difference(comparison.what, actual, expected, np.where(wrong, error, 0.0), wrong, axes)


def _axes(shape: tuple[int, ...], what: str, topic: str) -> tuple[int, ...]:
    """Time for sequences, height and width for images and kernels, else the two longest axes in their order."""
    if topic in SEQUENCES and len(shape) == 3 and shape[1] > 2:  # (batch, time, features)
        return (1,)
    if len(shape) == 4 and topic in IMAGES:  # (batch, height, width, channels) or (height, width, in, out)
        height, width = (0, 1) if "kernel" in what else (1, 2)
        if min(shape[height], shape[width]) > 1:
            return height, width
    long = [axis for axis, size in enumerate(shape) if size > 1]
    return tuple(sorted(sorted(long, key=lambda axis: -shape[axis])[:2]))


def _error(actual: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """|actual - expected|, infinite where only one of them is finite."""
    import numpy as np

    with np.errstate(all="ignore"):
        error: np.ndarray = np.abs(_wide(actual) - _wide(expected)).astype(np.float64)
    same = (actual == expected) | ((actual != actual) & (expected != expected))
    error[np.isnan(error)] = np.inf
    error[same] = 0.0
    error[~same & (error == 0.0)] = 1.0  # integers that differ beyond what a float64 can tell
    return error


def _wide(values: np.ndarray) -> np.ndarray:
    import numpy as np

    wide: np.ndarray = values.astype(np.complex128 if values.dtype.kind == "c" else np.float64)
    return wide


def _bound(expected: np.ndarray, comparison: Comparison) -> np.ndarray:
    import numpy as np

    size = np.abs(_wide(expected)).astype(np.float64)
    size[~np.isfinite(size)] = 0.0
    scale = float(size.max(initial=0.0))
    return np.asarray(comparison.rtol * size + comparison.atol * scale + comparison.floor)


def worst_elements(found: Difference, rows: int = ROWS) -> tuple[Element, ...]:
    """The elements of largest error, the largest first."""
    import numpy as np

    flat = found.error.ravel()
    order = np.argsort(-flat, kind="stable")[: min(rows, found.count)]
    return tuple(_element(found, np.unravel_index(int(k), found.error.shape)) for k in order)


def _element(found: Difference, where: tuple[Any, ...]) -> Element:
    yours, expected = pair(found.actual[where].item(), found.expected[where].item())
    error = float(found.error[where])
    return Element(index_text(where), yours, expected, number(error, 2) if math.isfinite(error) else "–")


def index_text(where: tuple[Any, ...]) -> str:
    """An index as it is written in Python: `[0, 2]`."""
    return f"[{', '.join(str(i) for i in where)}]"


def number(value: Any, digits: int = 5) -> str:
    """A number in a few significant digits."""
    if isinstance(value, (bool, int)):
        return str(value)
    if isinstance(value, complex):
        return f"{value:.{digits}g}"
    return f"{value:.{digits}g}".replace("inf", "∞").replace("nan", "NaN")


def pair(left: Any, right: Any) -> tuple[str, str]:
    """Two different numbers in as many digits as it takes to tell them apart."""
    for digits in (5, 8, 12, 17):
        texts = number(left, digits), number(right, digits)
        if texts[0] != texts[1]:
            break
    return texts
