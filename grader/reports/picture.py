"""Pictures of two arrays that differ: inline SVG, no colour that is not also said in another way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from grader.reports.difference import Difference, index_text
from grader.reports.words import Words

if TYPE_CHECKING:
    import numpy as np

MOST_CELLS = 40
MOST_POINTS = 120


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of the arrays that is drawn, with at most `MOST_CELLS` rows and columns."""

    actual: np.ndarray
    expected: np.ndarray
    error: np.ndarray
    worst: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    slice: str
    shrunk: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """What a page shows: drawings with their captions, and remarks on what they leave out."""

    kind: Literal["map", "curve"]
    drawings: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]


def picture(found: Difference, words: Words) -> Picture:
    """A heat map of two axes, or a curve of one."""
    from grader.reports.curve import curve
    from grader.reports.heatmap import heatmaps

    axes = found.axes
    shown = _shown(found, axes)
    title = words.picture.format(what=found.what, n=found.count, total=found.error.size, index=index_text(found.worst))
    drawings = heatmaps(shown, title, words) if len(axes) == 2 else curve(shown, title, words)
    remarks = _remarks(found, shown, words)
    if len(axes) == 2:
        return Picture("map", drawings, (*remarks, words.within))
    return Picture("curve", drawings, remarks)


def _remarks(found: Difference, shown: Shown, words: Words) -> tuple[str, ...]:
    remarks = [words.elements_wrong.format(n=found.count, total=found.error.size)]
    if shown.slice:
        remarks.append(words.slice_shown.format(slice=shown.slice, shape=found.error.shape))
    if shown.shrunk:
        remarks.append(words.shrunk)
    return tuple(remarks)


def _shown(found: Difference, axes: tuple[int, ...]) -> Shown:
    """The slice along `axes` that holds the worst element, made smaller where it is too large."""
    where = tuple(slice(None) if axis in axes else index for axis, index in enumerate(found.worst))
    actual, expected, error = found.actual[where], found.expected[where], found.error[where]
    worst = tuple(found.worst[axis] for axis in axes)
    limit = MOST_CELLS if len(axes) == 2 else MOST_POINTS
    small, worst, parts = _shrunk((actual, expected, error), worst, limit)
    text = ", ".join(":" if axis in axes else str(index) for axis, index in enumerate(found.worst))
    partial = any(size > 1 for axis, size in enumerate(found.error.shape) if axis not in axes)
    last = tuple(size - 1 for size in error.shape)
    return Shown(*small, worst, (0,) * len(axes), last, f"[{text}]" if partial else "", parts)


Arrays = tuple["np.ndarray", "np.ndarray", "np.ndarray"]


def _shrunk(arrays: Arrays, worst: tuple[int, ...], limit: int) -> tuple[Arrays, tuple[int, ...], bool]:
    """Of each block of elements, the one of largest error."""
    import numpy as np

    error = arrays[2]
    if max(error.shape) <= limit:
        return arrays, worst, False
    counts = [min(size, limit) for size in error.shape]
    edges = [np.linspace(0, size, n + 1).astype(int) for size, n in zip(error.shape, counts)]
    picks = [_worst_of(error, edges, block) for block in np.ndindex(*counts)]
    small = tuple(np.array([a[pick] for pick in picks]).reshape(counts) for a in arrays)
    block = tuple(int(np.searchsorted(e, w, side="right")) - 1 for e, w in zip(edges, worst))
    return (small[0], small[1], small[2]), block, True


def _worst_of(error: np.ndarray, edges: list[np.ndarray], block: tuple[int, ...]) -> tuple[int, ...]:
    import numpy as np

    starts = [int(e[b]) for e, b in zip(edges, block)]
    part = error[tuple(slice(s, int(e[b + 1])) for s, e, b in zip(starts, edges, block))]
    inside = np.unravel_index(int(part.argmax()), part.shape)
    return tuple(s + int(i) for s, i in zip(starts, inside))
