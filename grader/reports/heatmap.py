"""Two arrays and their error as maps of cells."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from grader.reports.difference import number

if TYPE_CHECKING:
    import numpy as np

    from grader.reports.picture import Shown
    from grader.reports.words import Words

LEVELS = 8
_LABELLED = 6
_CELL, _LABELLED_CELL = (10.0, 10.0), (46.0, 30.0)
_PANEL = 212.0
Size = tuple[float, float]


class _Layer(NamedTuple):
    """One array: its values, their levels, and the family of colours."""

    values: np.ndarray
    levels: np.ndarray
    scale: str


def heatmaps(shown: Shown, title: str, words: Words) -> tuple[tuple[str, str], ...]:
    """Yours and expected on one scale, and the error: (caption, SVG) each."""
    low, high = _range(shown)
    colours = "d" if low < 0 < high else "s"
    values: list[tuple[str, np.ndarray]] = [(words.yours, shown.actual), (words.expected, shown.expected)]
    scale = f"{number(low, 3)} … {number(high, 3)}"
    maps = [
        (f"{name} · {scale}", _svg(shown, _Layer(array, _value_levels(array, low, high), colours), f"{name}. {title}"))
        for name, array in values
    ]
    caption = f"{words.error} · {_largest(shown)}"
    error = _Layer(shown.error, _error_levels(shown.error), "e")
    return (*maps, (caption, _svg(shown, error, f"{words.error}. {title}")))


def _largest(shown: Shown) -> str:
    import numpy as np

    finite = shown.error[np.isfinite(shown.error)]
    top = f"≤ {number(float(finite.max(initial=0.0)), 3)}"
    return top if finite.size == shown.error.size else f"{top}, NaN/∞"


def _range(shown: Shown) -> tuple[float, float]:
    import numpy as np

    both = np.concatenate([_real(shown.actual).ravel(), _real(shown.expected).ravel()])
    finite = both[np.isfinite(both)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    if low < 0 < high:
        return -max(-low, high), max(-low, high)
    return low, high


def _real(array: np.ndarray) -> np.ndarray:
    import numpy as np

    return np.abs(array) if array.dtype.kind == "c" else array.astype(np.float64)


def _value_levels(array: np.ndarray, low: float, high: float) -> np.ndarray:
    """0 … LEVELS along the scale, -1 where the value is not finite."""
    import numpy as np

    values = _real(array)
    finite = np.isfinite(values)
    span = high / 2 - low / 2 or 0.5
    with np.errstate(all="ignore"):
        share = np.clip((np.where(finite, values, low) / 2 - low / 2) / span, 0, 1)
    if low < 0 < high:  # the root, so that one large value does not make all others pale
        share = 0.5 + np.sign(share - 0.5) * np.sqrt(np.abs(share - 0.5) / 2)
    levels = np.rint(share * LEVELS).astype(int)
    return np.where(finite, levels, -1)


def _error_levels(error: np.ndarray) -> np.ndarray:
    """0 within tolerance, 1 … LEVELS by size, LEVELS where it is not finite."""
    import numpy as np

    finite = np.isfinite(error)
    top = float(error[finite].max(initial=0.0)) or 1.0
    share = np.where(finite, error, top) / top
    return np.where(error > 0, np.clip(np.ceil(share * LEVELS), 1, LEVELS), 0).astype(int)


def _svg(shown: Shown, layer: _Layer, title: str) -> str:
    rows, columns = layer.levels.shape
    labelled = max(rows, columns) <= _LABELLED
    cell = w, h = _LABELLED_CELL if labelled else _CELL
    sizes = _grown if layer.scale == "e" and not labelled else _whole
    parts = _cells(layer, cell, sizes) + (_labels(layer, cell) if labelled else [])
    r, c = shown.worst
    parts.append(f'<rect class="worst" x="{c * w + 1:g}" y="{r * h + 1:g}" width="{w - 2:g}" height="{h - 2:g}"/>')
    return _drawing((columns * w, rows * h), labelled, title, "".join(parts))


def _drawing(size: Size, labelled: bool, title: str, content: str) -> str:
    wide, high = size
    zoom = 1.0 if labelled else min(_PANEL / max(wide, high), 2.4)
    return (
        f'<svg role="img" class="{"labelled" if labelled else "fine"}" viewBox="-1 -1 {wide + 2:g} {high + 2:g}" '
        f'width="{wide * zoom:.0f}" height="{high * zoom:.0f}"><title>{escape(title)}</title>'
        f'<rect class="ground" width="{wide:g}" height="{high:g}"/>{content}</svg>'
    )


def _cells(layer: _Layer, cell: Size, sizes: Callable[[int], float]) -> list[str]:
    """One path for each level; within tolerance nothing is drawn."""
    import numpy as np

    _, levels, scale = layer
    paths = []
    for level in np.unique(levels):
        if scale == "e" and level == 0:
            continue
        w, h = cell[0] * sizes(int(level)), cell[1] * sizes(int(level))
        dx, dy = (cell[0] - w) / 2, (cell[1] - h) / 2
        squares = "".join(
            f"M{c * cell[0] + dx:g} {r * cell[1] + dy:g}h{w:g}v{h:g}h-{w:g}z" for r, c in np.argwhere(levels == level)
        )
        paths.append(f'<path class="{scale}{level if level >= 0 else "x"}" d="{squares}"/>')
    return paths


def _whole(_level: int) -> float:
    return 1.0


def _grown(level: int) -> float:
    """Small errors are small squares, so that size says what colour says."""
    return 0.4 + 0.6 * level / LEVELS


def _labels(layer: _Layer, cell: Size) -> list[str]:
    import numpy as np

    values, levels, scale = layer
    texts = []
    for r, c in np.ndindex(*levels.shape):
        level = int(levels[r, c])
        text = "✓" if scale == "e" and level == 0 else number(values[r, c].item(), 3)
        strong = {"d": abs(level - LEVELS // 2) > 2, "s": level > 4, "e": level > 4}[scale] and level >= 0
        texts.append(
            f'<text class="{"on" if strong else "off"}" x="{(c + 0.5) * cell[0]:g}" y="{(r + 0.5) * cell[1]:g}">'
            f"{escape(text)}</text>"
        )
    return texts
